import { idOf } from '../domain/ids.js';

/** In the dataset of Malang: the award that everybody asks for first. */
const TOP_25_SINGO = idOf('achievement', 'jejak:malang', 'top-25-singo');

/**
 * Example queries of the API page: one for each kind of user, and one that stays open. They run as they stand on the
 * dataset of Malang.
 */
export const examples = [
  {
    title: 'Perencana · jejak penghargaan',
    query: `# Siapa saja di balik penghargaan TOP 25 SINGO? Id lain: search(query: "…").
# Who stands behind the TOP 25 award of SINGO? Other ids: search(query: "…").
query Jejak {
  trace(of: "${TOP_25_SINGO}") {
    steps {
      depth
      sentence
      evidence { locator paraphrase source { title publisher } }
    }
    coverage { present absent }
    gaps { kind message }
    sources { title url }
  }
}
`,
  },
  {
    title: 'Fasilitator · isu dan mitra',
    query: `# Fasilitator musrenbang: isu prioritas, apa yang menanganinya, dan siapa yang ikut.
# Facilitator: priority issues, what addresses them, and who takes part.
query Isu {
  issues {
    nodes {
      name
      progress
      addressedBy {
        nodes {
          sentence
          subject {
            ... on Initiative {
              name
              coverage { helixes { helix actors { name } } }
            }
          }
          evidence { locator source { title } }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Akademisi · kolaborasi',
    query: `# Akademisi: klaim, peran, tanggal, dan bukti, siap dikutip.
# Academic: claims with roles, dates and evidence, ready to cite.
query Klaim($after: String) {
  claims(filter: { kind: [PARTICIPATION] }, first: 50, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      role
      status
      subject { ... on Actor { name kind helix } }
      object { ... on Initiative { name kind } }
      period { start { edtf } end { edtf } endState at { edtf } }
      evidence { locator paraphrase(language: EN) source { title date { edtf } checksum } }
    }
  }
}
`,
  },
  {
    title: 'Layar rapat · perubahan langsung',
    query: `# Yang berubah, begitu tercatat. Tekan tombol lagi untuk berhenti.
# What changes, as soon as it is recorded. Press the button again to stop.
subscription Perubahan {
  changes {
    sequence
    at
    by
    why
    operations { kind node { id __typename } }
  }
}
`,
  },
] as const;
