import { type Problem, show } from '../domain/errors.js';
import { CLAIM_KINDS, type ClaimKind } from '../domain/kinds.js';
import { fold } from '../domain/names.js';
import { RELATIONS } from '../domain/relations.js';
import { oneOf, Refusal, readChoice, readDate, readNumber } from './cells.js';
import { CONTRIBUTION_FIELDS, claimFields, EVIDENCE_FIELDS, endsOf, FIELDS, type Field } from './fields.js';
import type { Mapping, RecordMapping, ValueMapping } from './mapping-form.js';

/** What is wrong with a mapping whose form is right: fields, roles and records that do not exist or do not fit. */
export function meaningProblems(mapping: Mapping): Problem[] {
  const names = mapping.sheets.map(({ sheet }) => fold(sheet ?? ''));
  return mapping.sheets.flatMap(({ records }, index) => {
    const place = `sheets ${index + 1}`;
    const twice = names.indexOf(names[index] ?? '') !== index;
    const twins = twice
      ? [bad(`${place}, sheet`, show(mapping.sheets[index]?.sheet), 'stands twice; put its records together')]
      : [];
    const found = records.flatMap((record, at) =>
      new RecordCheck(record, records.slice(0, at), `${place}, records ${at + 1}`, mapping).problems(),
    );
    return [...twins, ...found];
  });
}

class RecordCheck {
  private readonly found: Problem[] = [];
  private readonly kind: string;
  private readonly fields: ReadonlyMap<string, Field>;

  constructor(
    private readonly record: RecordMapping,
    private readonly before: readonly RecordMapping[],
    private readonly place: string,
    private readonly mapping: Mapping,
  ) {
    this.kind = String(record.fields.kind?.constant ?? '');
    this.fields = record.type === 'claim' ? claimFields(this.kind) : FIELDS[record.type];
  }

  problems(): Problem[] {
    const { record } = this;
    if (this.before.some(({ as }) => as === record.as))
      this.refuse('as', show(record.as), 'another record of the row has that name; choose a new one');
    if (record.type === 'claim' && !this.checkClaim()) return this.found;
    this.checkFields('fields', record.fields, this.fields, record.id !== undefined);
    record.evidence.forEach((part, index) => {
      this.checkFields(`evidence ${index + 1}`, part, EVIDENCE_FIELDS, true);
    });
    record.contributions.forEach((part, index) => {
      this.checkFields(`contributions ${index + 1}`, part, CONTRIBUTION_FIELDS, false);
    });
    return this.found;
  }

  /** False when its kind is unknown: then nothing can be said of its fields. */
  private checkClaim(): boolean {
    const { record } = this;
    const relation = RELATIONS[this.kind as ClaimKind];
    if (relation === undefined) {
      this.refuse('fields, kind', show(this.kind), `write a constant: ${oneOf(this.kind, CLAIM_KINDS)}`);
      return false;
    }
    if (!relation.allows.contributions && record.contributions.length > 0)
      this.refuse(
        'contributions',
        show(record.contributions.length),
        `${this.kind} carries none; leave them out`,
      );
    if (record.personal !== undefined)
      this.refuse('personal', 'a claim', 'personal data belong to a proposal; put them with an initiative');
    if (record.findByName) this.refuse('findByName', 'true', 'a claim has no name; leave it out');
    return true;
  }

  private checkFields(
    list: string,
    values: Readonly<Record<string, ValueMapping>>,
    fields: ReadonlyMap<string, Field>,
    partial: boolean,
  ): void {
    for (const [name, value] of Object.entries(values)) {
      const field = fields.get(name);
      if (field === undefined)
        this.refuse(`${list}, ${name}`, this.unknownField(name, list), oneOf(name, [...fields.keys()]));
      else this.checkValue(`${list}, ${name}`, name, value, field);
    }
    for (const [name, { required }] of fields)
      if (required && !partial && values[name] === undefined)
        this.refuse(`${list}, ${name}`, 'missing', 'say which column or constant it comes from');
  }

  private unknownField(name: string, list: string): string {
    const what =
      list === 'fields' ? (this.record.type === 'claim' ? this.kind : this.record.type) : list.split(' ')[0];
    return `${show(name)} is no field of ${what}`;
  }

  private checkValue(path: string, name: string, value: ValueMapping, field: Field): void {
    const reference = field.kind === 'reference' || field.kind === 'references';
    if (value.record !== undefined) this.checkRecord(path, name, value.record, reference);
    if (value.split !== undefined && field.kind !== 'list' && field.kind !== 'references')
      this.refuse(`${path}, split`, show(value.split), `${name} holds one value; leave it out`);
    const words: Array<[string, string | number | undefined]> = [
      ['constant', value.constant],
      ['default', value.default],
      ...Object.entries(value.valueMap ?? {}).map(([from, to]): [string, string] => [
        `valueMap ${show(from)}`,
        to,
      ]),
    ];
    for (const [setting, word] of words) {
      if (word === undefined || word === '') continue;
      const read = this.read(word, value, field);
      if (read instanceof Refusal)
        this.refuse(`${path}, ${setting}`, `${show(word)} ${read.why}`, read.remedy);
    }
  }

  private read(word: string | number, value: ValueMapping, field: Field): unknown {
    if (field.choices !== undefined) return readChoice(word, field.choices);
    if (field.kind === 'date') return readDate(word, value.dayFirst ?? this.mapping.format.dayFirst);
    if (field.kind === 'number')
      return readNumber(word, value.decimalComma ?? this.mapping.format.decimalComma);
    return word;
  }

  private checkRecord(path: string, name: string, as: string, reference: boolean): void {
    const target = this.before.find((record) => record.as === as);
    if (!reference)
      this.refuse(`${path}, record`, show(as), `${name} is no reference; write column or constant`);
    else if (target === undefined)
      this.refuse(
        `${path}, record`,
        `no record before this one is ${show(as)}`,
        this.before.length === 0
          ? 'put that record first'
          : oneOf(
              as,
              this.before.map((record) => record.as),
            ),
      );
    else {
      const role = this.record.fields.role?.constant;
      const ends = endsOf(this.record.type, name, { kind: this.kind, role });
      if (!ends.some(({ type }) => type === target.type))
        this.refuse(`${path}, record`, `${show(as)} is of type ${target.type}`, allowed(ends));
    }
  }

  private refuse(path: string, value: string, remedy: string): void {
    this.found.push(bad(`${this.place}, ${path}`, value, remedy));
  }
}

const allowed = (ends: ReadonlyArray<{ readonly type: string }>) =>
  `name a record of type ${[...new Set(ends.map(({ type }) => type))].join(' or ')}`;

function bad(place: string, value: string, remedy: string): Problem {
  return { code: 'BAD_USER_INPUT', place, value, remedy };
}
