import { CLAUSE, NEAR, plain, type Rule, rule, SENTENCE, slot, withBy } from './rule.js';

/** The rules that say how an award was given. */

const award = slot('around', CLAUSE, 'achievement', 'topic');

export const AWARD_RULES: readonly Rule[] = [
  rule(
    'award-recipient',
    'CONFERRAL RECIPIENT',
    plain(
      'meraih|memperoleh|menerima|mendapat|mendapatkan|menyabet|memenangi|dianugerahi|dinobatkan sebagai|dinobatkan menjadi|ditetapkan sebagai|' +
        'keluar sebagai|masuk|masuk dalam|terpilih sebagai|menjadi salah satu dari|diganjar',
    ),
    [
      slot('after', 4, 'achievement', 'list'),
      slot('before', CLAUSE, 'initiative|organization', 'free topic'),
    ],
    0.8,
    ['Yang meraih penghargaan disebut sebelum kata kerja.', 'Who wins the award stands before the verb.'],
  ),
  rule(
    'award-received-by',
    'CONFERRAL RECEIVER',
    withBy('diterima|diterima langsung'),
    [award, slot('after', NEAR, 'person', 'list')],
    0.8,
    ['Penghargaan diterima langsung oleh orang yang disebut.', 'The award was received by the person named.'],
  ),
  rule(
    'award-receiver-active',
    'CONFERRAL RECEIVER',
    plain('menerima|menerima langsung'),
    [slot('after', 4, 'achievement', 'list'), slot('before', 4, 'person', 'free')],
    0.7,
    ['Orang yang menerima penghargaan.', 'The person who receives the award.'],
  ),
  rule(
    'award-conferrer',
    'CONFERRAL CONFERRER',
    withBy('diserahkan|diberikan|dianugerahkan|diserahkan langsung'),
    [award, slot('after', NEAR, 'actor')],
    0.8,
    ['Penghargaan diserahkan oleh yang disebut.', 'The award was handed over by whoever is named.'],
  ),
  rule(
    'award-from',
    'CONFERRAL CONFERRER',
    plain('dari'),
    [slot('before', 8, 'achievement'), slot('after', 0, 'actor')],
    0.75,
    ['Penghargaan dari yang disebut langsung sesudahnya.', 'The award is from whoever directly follows.'],
  ),
  rule(
    'award-from-person',
    'CONFERRAL CONFERRER',
    plain('dari'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'person')],
    0.6,
    ['Penghargaan diterima dari orang yang disebut.', 'The award was received from the person named.'],
  ),
  rule(
    'award-given-to',
    'CONFERRAL RECEIVER',
    plain('kepada'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'person')],
    0.65,
    ['Penghargaan diserahkan kepada orang yang disebut.', 'The award was handed to the person named.'],
  ),
  rule(
    'award-event',
    'CONFERRAL EVENT',
    plain('dalam|dalam ajang|pada ajang|di ajang|dalam acara|pada acara'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 0, 'event')],
    0.6,
    ['Penghargaan diserahkan dalam acara yang disebut.', 'The award was handed over at the event named.'],
  ),
  rule(
    'award-credit',
    'CONFERRAL CREDIT',
    plain('berkat|diraih berkat|yakni berkat|atas'),
    [slot('around', SENTENCE, 'achievement', 'topic'), slot('after', 2, 'initiative', 'list')],
    0.7,
    ['Penghargaan diraih berkat yang disebut.', 'The award is credited to what is named.'],
  ),
  rule(
    'award-on-behalf',
    'CONFERRAL ON_BEHALF_OF',
    plain('atas nama|mewakili'),
    [slot('around', SENTENCE, 'achievement'), slot('after', NEAR, 'organization')],
    0.7,
    ['Diterima atas nama yang disebut.', 'Received on behalf of whoever is named.'],
  ),
];
