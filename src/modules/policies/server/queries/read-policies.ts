import sql from 'sql-template-tag';
import { fail } from '#kernel/failure.ts';
import type { Id } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/texts.ts';
import type { PolicyModel, PolicyPack } from '#meta/decisions/decision-model.ts';
import type { Db } from '#platform/db/database.ts';

export interface PolicyRow {
  readonly key: string;
  readonly point: string;
  readonly label: Bilingual;
  /** The version that decides now; null when none does. */
  readonly inForce: number | null;
  readonly inForceSince: string | null;
  readonly openNumber: number | null;
  readonly openStatus: 'draft' | 'submitted' | null;
  readonly next: string | null;
  readonly rows: number;
}

export interface PackRow {
  readonly key: string;
  readonly label: Bilingual;
  readonly about: Bilingual;
  readonly origin: string | null;
  readonly policies: readonly PolicyRow[];
}

/** Every pack with its policies and where each stands at the instant. */
export async function listPacks(db: Db, at: Date): Promise<PackRow[]> {
  return db.rows<PackRow>(sql`
    SELECT k.key, k.label, k.about, k.origin, COALESCE(jsonb_agg(jsonb_build_object('key', p.key, 'point', p.point, 'label', p.label,
      'inForce', f.number, 'inForceSince', f.active_from, 'openNumber', o.number, 'openStatus', o.status, 'next', n.active_from,
      'rows', COALESCE((SELECT sum(jsonb_array_length(t->'rows')) FROM jsonb_array_elements(f.model->'tables') t), 0)) ORDER BY p.created_at, p.key) FILTER (WHERE p.id IS NOT NULL), '[]') AS policies
    FROM policy_pack k LEFT JOIN policy p ON p.pack_id = k.id
    LEFT JOIN LATERAL (SELECT number, active_from, model FROM policy_version v WHERE v.policy_id = p.id AND v.status = 'approved' AND v.active_from <= ${at.toISOString()}
      ORDER BY v.active_from DESC, v.number DESC LIMIT 1) f ON true
    LEFT JOIN LATERAL (SELECT active_from FROM policy_version v WHERE v.policy_id = p.id AND v.status = 'approved' AND v.active_from > ${at.toISOString()}
      ORDER BY v.active_from LIMIT 1) n ON true
    LEFT JOIN policy_version o ON o.policy_id = p.id AND o.status IN ('draft', 'submitted')
    GROUP BY k.id ORDER BY k.created_at, k.key`);
}

export interface VersionRow {
  readonly number: number;
  readonly status: 'draft' | 'submitted' | 'approved' | 'withdrawn';
  readonly activeFrom: string | null;
  readonly note: string;
  readonly basedOn: number | null;
  readonly version: number;
  readonly updatedAt: string;
  readonly createdBy: string | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** How many decisions of this version are on record. */
  readonly decisions: number;
}

export interface PolicyDetail {
  readonly key: string;
  readonly point: string;
  readonly label: Bilingual;
  readonly pack: { readonly key: string; readonly label: Bilingual };
  readonly inForce: number | null;
  readonly versions: readonly VersionRow[];
}

/** A policy with all its versions, the newest first. Errors: record.not-found. */
export async function readPolicy(db: Db, key: string, at: Date): Promise<PolicyDetail> {
  const policy = await db.maybe<PolicyDetail & { id: Id }>(sql`
    SELECT p.id, p.key, p.point, p.label, jsonb_build_object('key', k.key, 'label', k.label) AS pack,
      (SELECT number FROM policy_version v WHERE v.policy_id = p.id AND v.status = 'approved' AND v.active_from <= ${at.toISOString()}
       ORDER BY v.active_from DESC, v.number DESC LIMIT 1) AS "inForce"
    FROM policy p JOIN policy_pack k ON k.id = p.pack_id WHERE p.key = ${key}`);
  if (policy === undefined) throw fail('record.not-found');
  const { id, ...shown } = policy;
  const versions = await db.rows<VersionRow>(sql`
    SELECT v.number, v.status, v.active_from AS "activeFrom", v.note, v.based_on AS "basedOn", v.version, v.updated_at AS "updatedAt",
      c.name AS "createdBy", s.name AS "submittedBy", a.name AS "approvedBy", v.approved_at AS "approvedAt",
      (SELECT count(*)::int FROM decision d WHERE d.policy_version_id = v.id) AS decisions
    FROM policy_version v LEFT JOIN app_user c ON c.id = v.created_by LEFT JOIN app_user s ON s.id = v.submitted_by LEFT JOIN app_user a ON a.id = v.approved_by
    WHERE v.policy_id = ${id} ORDER BY v.number DESC`);
  return { ...shown, versions };
}

/** One version's model. Errors: record.not-found. */
export async function readModel(db: Db, key: string, number: number): Promise<PolicyModel> {
  const found = await db.maybe<{ model: PolicyModel }>(sql`
    SELECT v.model FROM policy p JOIN policy_version v ON v.policy_id = p.id WHERE p.key = ${key} AND v.number = ${number}`);
  if (found === undefined) throw fail('record.not-found');
  return found.model;
}

/** A pack as one document: each policy's version in force, else its newest. Errors: record.not-found. */
export async function readPack(db: Db, key: string, at: Date): Promise<PolicyPack> {
  const pack = await db.maybe<{ id: Id; label: Bilingual; about: Bilingual }>(sql`SELECT id, label, about FROM policy_pack WHERE key = ${key}`);
  if (pack === undefined) throw fail('record.not-found');
  const models = await db.rows<{ model: PolicyModel }>(sql`
    SELECT v.model FROM policy p JOIN LATERAL (SELECT model FROM policy_version v WHERE v.policy_id = p.id AND v.status <> 'withdrawn'
      ORDER BY (v.status = 'approved' AND v.active_from <= ${at.toISOString()}) DESC, v.active_from DESC NULLS LAST, v.number DESC LIMIT 1) v ON true
    WHERE p.pack_id = ${pack.id} ORDER BY p.created_at, p.key`);
  return { key, label: pack.label, about: pack.about, policies: models.map((each) => each.model) };
}
