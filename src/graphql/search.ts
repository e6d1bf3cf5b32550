import type { RecordType } from '../domain/kinds.js';
import { search } from '../store/search.js';
import { requiredNode } from './common.js';
import { connectionOver } from './connections.js';
import { requiredRecord } from './context.js';
import type {
  PlaceFacetResolvers,
  QueryResolvers,
  SearchHitResolvers,
  SearchType,
} from './generated/types.js';
import { placeIds } from './list-pages.js';

export const searchQueries: QueryResolvers = {
  search: async (_, { query, types, helixes, place, first, after }, context) => {
    const { hits, facets, capped } = await search(context.reader, {
      query,
      ...(types ? { types: types.map((type) => type.toLowerCase() as RecordType) } : {}),
      ...(helixes ? { helixes } : {}),
      ...(place ? { places: await placeIds(context, place) } : {}),
    });
    context.prime(hits.map(({ record }) => record));
    const ranked = hits.map((hit, index) => ({ ...hit, key: String(index).padStart(4, '0') }));
    const list = `search ${JSON.stringify([query, types, helixes, place])}`;
    const found = connectionOver(ranked, { first, after }, list, ({ key, record }) => ({
      key,
      id: record.id,
    }));
    return {
      ...found,
      capped,
      facets: {
        types: facets.types.map(({ value, count }) => ({ type: value.toUpperCase() as SearchType, count })),
        helixes: facets.helixes.map(({ value, count }) => ({ helix: value, count })),
        places: facets.places,
      },
    };
  },
};

export const SearchHit: SearchHitResolvers = {
  node: ({ record }) => requiredNode(record),
};

export const PlaceFacet: PlaceFacetResolvers = {
  place: ({ id }, _, context) => requiredRecord(context, id, 'place'),
};
