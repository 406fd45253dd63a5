import { describe, expect, it } from 'vitest';
import { decodeHeader } from './encoded-words.ts';
import { headerOf } from './header-block.ts';
import { LOOP_RATE, type NatureFacts, natureOf } from './mail-nature.ts';
import { parseMail } from './parse-mail.ts';
import { readBounce } from '../../rules/read-bounce.ts';
import { type SampleMail, bounceSamples, otherSamples, ourMessageId } from './samples/real-mails.ts';

async function factsOf(sample: SampleMail): Promise<NatureFacts> {
  const mail = await parseMail(Buffer.from(sample.raw));
  return {
    headers: mail.headers, from: mail.from?.address ?? '', subject: decodeHeader(headerOf(mail.headers, 'subject') ?? ''), hasStatusPart: mail.deliveryStatus !== undefined, ownAddress: 'fuwu@house.example.cn', isOurs: false, recent: 0,
  };
}

describe('mails after the shape of real systems', () => {
  const all = [...bounceSamples, ...otherSamples];
  it('are more than forty', () => expect(all.length).toBeGreaterThanOrEqual(44));
  it.each(all.map((sample) => [sample.nature, sample.name, sample] as const))('%s: %s', async (nature, _name, sample) => {
    expect(natureOf(await factsOf(sample))).toBe(nature);
  });
  it('become a loop when one sender writes without end, or an id of ours comes back', async () => {
    const [, , sample] = otherSamples;
    if (!sample) throw new Error('no sample');
    const facts = await factsOf(sample);
    expect(natureOf({ ...facts, recent: LOOP_RATE - 1 })).toBe('normal');
    expect(natureOf({ ...facts, recent: LOOP_RATE })).toBe('loop');
    expect(natureOf({ ...facts, isOurs: true })).toBe('loop');
  });
});

describe('a bounce', () => {
  it.each(bounceSamples.map((sample) => [sample.name, sample] as const))('%s: names the receiver and our mail', async (_name, sample) => {
    const mail = await parseMail(Buffer.from(sample.raw));
    const report = readBounce({ subject: mail.subject, text: `${mail.text}\n${mail.quoted}`, deliveryStatus: mail.deliveryStatus, returned: mail.returned });
    expect(report).toMatchObject({ recipient: sample.recipient, isPermanent: true });
    expect(report.originalIds).toContain(ourMessageId);
    expect(report.reason).not.toBe('');
  });
  it('that only tells of a delay is none for good', () => {
    const report = readBounce({ subject: 'Delivery Status Notification (Delay)', text: '', deliveryStatus: 'Final-Recipient: rfc822; a@b.example.cn\nAction: delayed\nStatus: 4.4.1', returned: undefined });
    expect(report).toMatchObject({ isPermanent: false, status: '4.4.1', recipient: 'a@b.example.cn' });
  });
});
