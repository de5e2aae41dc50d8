import { describe, expect, it } from 'vitest';
import { isPrivatePath, projectPath } from '../../lib/domain/project-path.ts';

describe('isPrivatePath', () => {
  it.each([
    [projectPath('alpha'), false],
    [projectPath('alpha', true), true],
    [projectPath('own:a&private=1'), false],
    ['/project.html?id=alpha&private=0', false],
  ])('of %s returns %s', (path, isPrivate) => expect(isPrivatePath(`chrome-extension://abc${path}`)).toBe(isPrivate));
  it('returns false for what is no address', () => expect(isPrivatePath('')).toBe(false));
});
