import {
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from './api.js';

/** A selection of all fields of a type, `depth` objects deep, but for those named `Type.field`. */
export function everyField(type: GraphQLNamedType, depth: number, but: readonly string[] = []): string {
  if (isAbstractType(type))
    return [
      '__typename',
      ...schema
        .getPossibleTypes(type)
        .map((each) => `... on ${each.name} { ${everyField(each, depth, but)} }`),
    ].join(' ');
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some(isRequiredArgument) || but.includes(`${type.name}.${field.name}`)) return [];
    // Fields of one name in different types may differ in type, which GraphQL refuses to merge: each gets an alias.
    const alias = `${type.name}_${field.name}: ${field.name}`;
    if (isLeafType(inner)) return [alias];
    // Connections and their like are not a level of their own.
    const deeper = /Connection$|Edge$|PageInfo|PartialDate|Period|Facet/.test(inner.name) ? depth : depth - 1;
    return depth > 0 ? [`${alias} { ${everyField(inner, deeper, but)} }`] : [];
  });
  return fields.length > 0 ? fields.join(' ') : '__typename';
}
