// The cases of the fake server's assistants, and questions that had no good answer.
import { randomUUID } from 'node:crypto';

const ADA = 'user:00000000-0000-4000-8000-000000000001';
const STEP_MS = 350;

const QUESTIONS = () => ({
  unanswered: 3,
  disliked: 1,
  groups: [
    {
      question: 'Can I take my bicycle on the train?',
      count: 3,
      unanswered: 3,
      disliked: 0,
      last_at: new Date().toISOString(),
      questions: [
        'Can I take my bicycle on the train?',
        'Are bikes allowed on trains?',
        'Bicycle and train: is that possible?',
      ].map((question) => ({
        id: randomUUID(),
        question,
        asked_at: new Date().toISOString(),
        unanswered: true,
      })),
    },
    {
      question: 'How much leave can I carry over?',
      count: 1,
      unanswered: 0,
      disliked: 1,
      last_at: new Date().toISOString(),
      questions: [
        {
          id: randomUUID(),
          question: 'How much leave can I carry over?',
          asked_at: new Date().toISOString(),
          unanswered: false,
          reason: 'wrong',
        },
      ],
    },
  ],
});

export function makeCases() {
  let cases = [];
  let runs = [];
  let none = false;
  const at = (path) => new RegExp(`^/api/v1/admin/assistants/([^/]+)/${path}$`);
  const of = (all, id) => all.filter((one) => one.assistant_id === id);
  const view = ({ results, ...run }) => ({
    ...run,
    done: results.length,
    passed: results.filter(({ passed }) => passed).length,
  });
  // The second version does better.
  const judge = (one, version) => {
    const passed = version > 1 || one.expect.unknown;
    return {
      case_id: one.id,
      passed,
      question: one.question,
      answer: passed ? 'Yes, outside of rush hours. [1]' : 'I do not know.',
      sources: passed ? ['Travel policy'] : [],
      faults: passed ? [] : one.expect.contains.map((text) => ({ kind: 'missing', text })),
      ms: 900,
    };
  };
  const play = async (run, asked) => {
    for (const one of asked) {
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
      if (run.state !== 'running') return;
      run.results.push(judge(one, run.version));
    }
    Object.assign(run, { state: 'done', finished_at: new Date().toISOString() });
  };
  const made = (id, json) => ({
    id: randomUUID(),
    assistant_id: id,
    ...json,
    created_at: new Date().toISOString(),
    created_by: ADA,
  });
  return [
    ['GET', at('cases'), ({ id }) => ({ cases: of(cases, id) })],
    [
      'POST',
      at('cases'),
      ({ id, json }) => {
        const one = made(id, json);
        cases = [...cases, one];
        return [201, one];
      },
    ],
    [
      'PUT',
      at('cases/([^/]+)'),
      ({ part, json }) =>
        Object.assign(
          cases.find((one) => one.id === part),
          json,
        ),
    ],
    [
      'DELETE',
      at('cases/([^/]+)'),
      ({ part }) => {
        cases = cases.filter((one) => one.id !== part);
        return [204];
      },
    ],
    ['GET', at('runs'), ({ id }) => ({ runs: of(runs, id).map(view) })],
    [
      'POST',
      at('runs'),
      ({ id, json }) => {
        const asked = of(cases, id);
        const run = {
          id: randomUUID(),
          assistant_id: id,
          version: json.version,
          state: 'running',
          total: asked.length,
          started_at: new Date().toISOString(),
          started_by: ADA,
          results: [],
        };
        runs = [run, ...runs];
        void play(run, asked);
        return [202, view(run)];
      },
    ],
    [
      'GET',
      at('runs/([^/]+)'),
      ({ part }) => {
        const run = runs.find((one) => one.id === part);
        return { run: view(run), results: run.results };
      },
    ],
    [
      'POST',
      at('runs/([^/]+)/cancel'),
      ({ part }) =>
        view(
          Object.assign(
            runs.find((one) => one.id === part),
            { state: 'cancelled' },
          ),
        ),
    ],
    [
      'GET',
      /^\/api\/v1\/admin\/questions$/,
      () => (none ? { unanswered: 0, disliked: 0, groups: [] } : QUESTIONS()),
    ],
    [
      'POST',
      /^\/fake\/cases$/,
      ({ json }) => {
        cases = [];
        runs = [];
        none = json.none ?? false;
        return [204];
      },
    ],
  ];
}
