import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';

/** How much one request asks for, found without running it. */
export interface Measures {
  /** Levels of fields below the operation: `{ a { b } }` has 2. Fields of introspection count nothing. */
  readonly depth: number;
  /** `name: field` in the whole document, fragments included once. */
  readonly aliases: number;
  /** Different answers that the operation asks the root type for; fragments are looked into. */
  readonly rootFields: number;
  /** `@directive` in the whole document. */
  readonly directives: number;
  /** Levels of lists and objects within the variables: `{"a": [{"b": 1}]}` has 2. */
  readonly inputDepth: number;
  /** Fields that a full answer would hold: 1 a field, and the fields of a list once for each of its items. */
  readonly cost: number;
}

/** Items that a list is taken to have when neither the request nor the schema says a number. */
export const ASSUMED_LIST_SIZE = 20;

/** Costs stop growing here, so that sums and products stay exact integers. */
export const COST_CEILING = 1e12;

/** What introspection costs at least: about the fields in the answer to GraphiQL's query, and to one type of it. */
const INTROSPECTION_COST: Readonly<Record<string, number>> = { __schema: 10_000, __type: 500 };

/** Arguments that say how many items come back, and `ids`, which has one item for each. */
const SIZE_ARGUMENTS = ['first', 'last', 'limit', 'ids'];

type Variables = Readonly<Record<string, unknown>>;
type Weight = Pick<Measures, 'depth' | 'cost'>;

/**
 * Measures an operation of a document. Linear in the size of the document: a fragment is weighed once for each list
 * size that it is used under, so fragments within fragments can't blow the measuring up; a cycle of fragments (which
 * validation refuses) ends where it closes. `@skip` and `@include` are not looked at: the figures are upper bounds.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Measures {
  const scale = new Scale(schema, document, operation, variables);
  const root = schema.getRootType(operation.operation) ?? undefined;
  return {
    ...countSyntax(document),
    inputDepth: levelsOf(Object.values(variables)),
    rootFields: scale.responseNames(operation.selectionSet).size,
    ...scale.weigh(operation.selectionSet, root, null),
  };
}

function countSyntax(document: DocumentNode): Pick<Measures, 'aliases' | 'directives'> {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => {
      if (node.alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { aliases, directives };
}

/** Without recursion: a megabyte of `[` is half a million levels. */
function levelsOf(values: readonly unknown[]): number {
  let deepest = 0;
  const waiting = values.map((value) => ({ value, level: 1 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    if (typeof value !== 'object' || value === null) continue;
    deepest = Math.max(deepest, level);
    for (const inner of Object.values(value)) waiting.push({ value: inner, level: level + 1 });
  }
  return deepest;
}

class Scale {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly weighed = new Map<string, Weight>();
  private readonly open = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  responseNames(set: SelectionSetNode, names = new Set<string>(), seen = new Set<string>()): Set<string> {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.responseNames(selection.selectionSet, names, seen);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = this.fragments.get(selection.name.value);
        if (fragment !== undefined) this.responseNames(fragment.selectionSet, names, seen);
      }
    }
    return names;
  }

  /** `pageSize` is what the connection just above was asked for: the size of the lists directly in this set. */
  weigh(set: SelectionSetNode, parent: GraphQLNamedType | undefined, pageSize: number | null): Weight {
    let depth = 0;
    let cost = 0;
    for (const selection of set.selections) {
      const weight =
        selection.kind === Kind.FIELD
          ? this.weighField(selection, parent, pageSize)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.weighFragment(selection.name.value, pageSize)
            : this.weigh(
                selection.selectionSet,
                this.typeNamed(selection.typeCondition?.name.value) ?? parent,
                pageSize,
              );
      depth = Math.max(depth, weight.depth);
      cost = Math.min(cost + weight.cost, COST_CEILING);
    }
    return { depth, cost };
  }

  private weighFragment(name: string, pageSize: number | null): Weight {
    const key = `${name} ${pageSize}`;
    const known = this.weighed.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined || this.open.has(name)) return { depth: 0, cost: 0 };
    this.open.add(name);
    const type = this.typeNamed(fragment.typeCondition.name.value);
    const weight = this.weigh(fragment.selectionSet, type, pageSize);
    this.open.delete(name);
    this.weighed.set(key, weight);
    return weight;
  }

  private weighField(node: FieldNode, parent: GraphQLNamedType | undefined, pageSize: number | null): Weight {
    if (node.selectionSet === undefined) return { depth: 1, cost: 1 };
    if (isIntrospection(node, parent)) return this.weighIntrospection(node.selectionSet, node, parent);
    const field = fieldOf(parent, node.name.value);
    const asked = field === undefined ? null : this.askedSize(field, node.arguments ?? []);
    const isList = field !== undefined && isListType(getNullableType(field.type));
    // A connection hands its size to the lists inside it (edges, nodes) and is itself one object.
    const children = this.weigh(node.selectionSet, field && getNamedType(field.type), isList ? null : asked);
    const items = isList ? (asked ?? pageSize ?? ASSUMED_LIST_SIZE) : 1;
    return { depth: 1 + children.depth, cost: Math.min(1 + items * children.cost, COST_CEILING) };
  }

  /**
   * The standard introspection query is deeper than any limit worth having, and its lists are as long as the schema:
   * so it is neither deep nor multiplied here, but has a price. What stops abuse of it is that price and graphql-js's
   * own MaxIntrospectionDepthRule.
   */
  private weighIntrospection(set: SelectionSetNode, node: FieldNode, parent?: GraphQLNamedType): Weight {
    const field = fieldOf(parent, node.name.value);
    const type = field ? getNamedType(field.type) : this.schema.getType(metaTypeName(node));
    const price = INTROSPECTION_COST[node.name.value] ?? 1;
    return { depth: 1, cost: Math.min(price + this.weigh(set, type, null).cost, COST_CEILING) };
  }

  /** The largest number of items that the arguments allow; null when the field takes no such argument. */
  private askedSize(field: GraphQLField<unknown, unknown>, given: readonly ArgumentNode[]): number | null {
    const takes = field.args.filter((argument) => SIZE_ARGUMENTS.includes(argument.name));
    if (takes.length === 0) return null;
    const sizes = takes.flatMap((argument) => {
      const node = given.find((one) => one.name.value === argument.name);
      return itemsOf(node && this.valueOf(node.value)) ?? itemsOf(argument.defaultValue) ?? [];
    });
    return sizes.length === 0 ? ASSUMED_LIST_SIZE : Math.max(1, ...sizes);
  }

  private valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.INT) return Number(node.value);
    if (node.kind === Kind.LIST) return node.values;
    if (node.kind !== Kind.VARIABLE) return undefined;
    const name = node.name.value;
    if (Object.hasOwn(this.variables, name)) return this.variables[name];
    const definition = this.operation.variableDefinitions?.find((one) => one.variable.name.value === name);
    return definition?.defaultValue && this.valueOf(definition.defaultValue);
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

function itemsOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string) {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
}

function isIntrospection(node: FieldNode, parent: GraphQLNamedType | undefined): boolean {
  const name = node.name.value;
  return name === '__schema' || name === '__type' || (parent?.name.startsWith('__') ?? false);
}

function metaTypeName(node: FieldNode): string {
  return node.name.value === '__schema' ? '__Schema' : '__Type';
}
