import type { DecisionPoint } from '#meta/decisions/decision-model.ts';
import { both, choice } from '#meta/decisions/write-policy.ts';

/** Who takes a duty reception, and how many stay on duty at lunch (RE-5, 6). */
export const dutyPoint: DecisionPoint = {
  key: 'duty',
  label: both('义务接待与午间值班', 'Duty and lunch'),
  about: both('义务接待由谁承担，午餐时间留几人值班。', 'Who takes a duty reception, and how many stay on duty at lunch.'),
  facts: [{
    name: 'occasion', type: 'choice', label: both('情形', 'Occasion'), question: both('是哪种情形？', 'Which occasion is it?'),
    choices: [choice('ownerAway', '原接待人不在', 'The owner is away'), choice('lunch', '午餐', 'Lunch')],
  }],
  results: [
    {
      name: 'order', type: 'choice', label: both('由谁', 'Who'),
      choices: [choice('lastInOrder', '当日排在最后者', 'The last in the day’s order'), choice('nextInRotation', '轮到者', 'The next in rotation')],
    },
    { name: 'howMany', type: 'number', label: both('人数', 'How many'), unit: both('人', 'people') },
  ],
};
