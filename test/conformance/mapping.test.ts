import { describe, expect, test } from '@jest/globals';
import { OPERATOR, type User } from '../../src/auth/rights.js';
import { newGuest } from '../../src/auth/sessions.js';
import { answer } from '../support/api.js';
import { aPlace } from '../support/builders.js';
import { onEveryEngine } from '../support/engines.js';
import { administrator, contributor, editor } from '../support/people.js';

/** The invariant: nobody loses a mapping that they saved to somebody who happens to choose the same name. */
interface Saved {
  readonly mapping: { readonly title: string; readonly by: string } | null;
  readonly userErrors: ReadonlyArray<{
    readonly field: string | null;
    readonly code: string;
    readonly message: string;
  }>;
}
const SAVE = `mutation ($text: String!) {
  saveMapping(text: $text) { mapping { title by } userErrors { field code message } }
}`;
const aMapping = (title: string) =>
  JSON.stringify({
    name: 'csr-kami',
    title,
    scheme: 'uji:csr',
    sheets: [
      {
        records: [
          {
            as: 'pelaku',
            type: 'actor',
            fields: {
              name: { column: 'Nama' },
              kind: { constant: 'ORGANIZATION' },
              helix: { constant: 'BUSINESS' },
            },
          },
        ],
      },
    ],
  });

const first = contributor();
const other: User = { ...contributor(), id: 'test-other', name: 'Rekan' };
const guest = (role: 'contributor' | 'editor'): User => ({ ...newGuest('Tamu'), grants: [{ role }] });

onEveryEngine((stage) => {
  const save = async (title: string, user: User) =>
    (await answer<{ saveMapping: Saved }>(stage.store, SAVE, { text: aMapping(title) }, user)).saveMapping;
  const saved = async () => {
    const { mappings } = await answer<{ mappings: Array<{ title: string; by: string; origin: string }> }>(
      stage.store,
      '{ mappings { title by origin } }',
    );
    return mappings.filter(({ origin }) => origin === 'SAVED').map(({ title, by }) => ({ title, by }));
  };

  describe('a saved mapping', () => {
    test.each([
      ['whoever saved it', first],
      ['an editor without limits', editor()],
      ['an administrator', administrator()],
      ['the operator', OPERATOR],
    ])('is replaced by %s', async (_title, user) => {
      await save('lama', first);
      const { mapping, userErrors } = await save('baru', user);

      expect(userErrors).toEqual([]);
      expect(mapping).toEqual({ title: 'baru', by: user.name });
      expect(await saved()).toEqual([{ title: 'baru', by: user.name }]);
    });

    test.each([
      ['another contributor', other],
      ['an editor of one place', { ...editor({ place: aPlace().id }), name: 'Editor Sawojajar' }],
      ['an administrator of one helix', administrator({ helix: 'MEDIA' })],
      ['a guest', guest('contributor')],
      ['a guest who may write anywhere', guest('editor')],
    ])('is not replaced by %s, who learns whose it is', async (_title, user) => {
      await save('lama', first);
      const { mapping, userErrors } = await save('baru', user);

      expect(mapping).toBeNull();
      expect(userErrors).toEqual([
        {
          field: 'name',
          code: 'CONFLICT',
          message: 'name: "csr-kami" was saved by Kontributor; give yours another name',
        },
      ]);
      expect(await saved()).toEqual([{ title: 'lama', by: 'Kontributor' }]);
    });

    test('of the operator is not a contributor’s', async () => {
      await save('lama', OPERATOR);
      expect((await save('baru', first)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    });

    test('of a guest is not replaced by that guest', async () => {
      const user = guest('contributor');
      expect((await save('lama', user)).userErrors).toEqual([]);
      expect((await save('baru', user)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    });

    test('of ten who save one at once, one has the name', async () => {
      const stores = [stage.store, await stage.another()];
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          answer<{ saveMapping: Saved }>(
            stores[n % 2] as typeof stage.store,
            SAVE,
            { text: aMapping(`judul ${n}`) },
            { ...contributor(), id: `test-${n}`, name: `Orang ${n}` },
          ),
        ),
      );
      const winners = answers.flatMap(({ saveMapping }) => saveMapping.mapping ?? []);
      expect(winners).toHaveLength(1);
      expect(await saved()).toEqual(winners);
    });
  });
});
