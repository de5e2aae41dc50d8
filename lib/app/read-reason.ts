/** Why a project is read. `watch` is background work; `page` and `manual` read everything that the project's page shows. */
export type ReadReason = 'card' | 'page' | 'watch' | 'manual';
