// One user for ten seconds, with the checks of ask.js: k6 run load-tests/k6/smoke.js
import http from 'k6/http';
import { check } from 'k6';

const base = __ENV.BASE_URL || 'http://localhost:8000';

export const options = {
  vus: 1,
  duration: '10s',
  thresholds: { checks: ['rate==1'] },
};

export default function () {
  const headers = { 'Content-Type': 'application/json' };
  if (__ENV.API_KEYS) {
    headers.Authorization = `Bearer ${__ENV.API_KEYS.split(',')[0]}`;
  }
  const response = http.post(`${base}/ask`, JSON.stringify({ query: 'Load test question' }), {
    headers,
  });
  check(response, {
    'status is 200': (r) => r.status === 200,
    'response time < 5000ms': (r) => r.timings.duration < 5000,
  });
}
