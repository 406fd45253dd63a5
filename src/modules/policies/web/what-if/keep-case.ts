import type { FactValues, PolicyModel } from '#meta/decisions/decision-model.ts';
import { api } from '#kit/api/api-client.ts';
import { call } from '#kit/api/typed-client.ts';
import { freeId, putTest } from '../editor/model-edit.ts';
import { openVersion, type PolicyView } from '../use-policies.ts';

/** Writes an answer down as a test case of the draft; begins a draft when there is none. Answers the draft's number. */
export async function keepCase(policy: PolicyView, name: string, facts: FactValues, clause: string, results: FactValues): Promise<number> {
  const { key } = policy;
  if (!openVersion(policy)) await call('POST /policies/{key}/draft', { params: { key }, body: {} });
  const draft = openVersion(await call('GET /policies/{key}', { params: { key } }));
  if (!draft) throw new Error('keepCase: no draft after one was begun');
  const { model } = await api.get<{ model: PolicyModel }>(`/policies/${encodeURIComponent(key)}/versions/${draft.number}`);
  const test = { id: freeId(model.tests.map((each) => each.id), 't'), label: { 'zh-CN': name, en: name }, facts, clause, results };
  await api.put(`/policies/${encodeURIComponent(key)}/draft`, { model: putTest(test)(model), version: draft.version });
  return draft.number;
}
