const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'], [/DingTalk/, 'DingTalk'], [/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'], [/curl|node|python|Go-http/i, 'API'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'], [/iPhone|iPad/, 'iOS'], [/Android/, 'Android'], [/Mac OS X/, 'macOS'], [/HarmonyOS/, 'HarmonyOS'], [/Linux/, 'Linux'],
];

const first = (list: readonly (readonly [RegExp, string])[], text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1];

/** A browser's self-description in the two words that tell devices apart: `Chrome · Windows`. Empty when unknown. */
export function agentWords(agent: string | null): string {
  if (agent === null) return '';
  return [first(browsers, agent), first(systems, agent)].filter(Boolean).join(' · ');
}
