/** A worker's life that ends between two steps: what it asks for after its last step is never answered. */

export interface Life {
  /** Steps taken so far, and the last that is answered: none is the last until somebody says so. */
  steps: number;
  limit: number;
  /** Resolves as soon as the last step has been taken. */
  dead: Promise<void>;
  /** One step: its answer, or nothing for ever. */
  step<T>(work: () => PromiseLike<T>): Promise<T>;
}

export function mortal(): Life {
  const never = <T>() => new Promise<T>(() => {});
  const { promise: dead, resolve: die } = Promise.withResolvers<void>();
  const life: Life = {
    steps: 0,
    limit: Number.POSITIVE_INFINITY,
    dead,
    async step<T>(work: () => PromiseLike<T>) {
      if (++life.steps > life.limit) return never<T>();
      const result = await work();
      if (life.steps < life.limit) return result;
      die();
      return never<T>();
    },
  };
  return life;
}
