/** Lets whatever is due now have its turn: one round of the event loop, no time. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
