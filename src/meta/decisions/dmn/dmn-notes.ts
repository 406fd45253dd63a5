import type { Bilingual } from '#kernel/texts.ts';

const texts = {
  'unread': { 'zh-CN': '文件中的这一处无法识别，未导入', en: 'This part of the file could not be read and was left out' },
  'boxed': { 'zh-CN': '仅支持决策表和文字表达式，这种写法未导入，请改成其中一种', en: 'Only decision tables and literal expressions are read; rewrite this one as either' },
  'no-logic': { 'zh-CN': '这个决策没有内容，未导入', en: 'This decision has no content and was left out' },
  'other-language': { 'zh-CN': '不是 FEEL 语言，请改写', en: 'Not written in FEEL; rewrite it' },
  'other-file': { 'zh-CN': '引用了另一个文件，请合并到一个文件后再导入', en: 'Refers to another file; merge both files and import again' },
  'element': { 'zh-CN': '这类元素不参与决策，未导入', en: 'This kind of element takes no part in deciding and was left out' },
  'extension': { 'zh-CN': '其他软件的扩展内容，未导入', en: 'Content of another maker’s extension was left out' },
  'wording': { 'zh-CN': '问题、说明等文字未导入', en: 'Its question, answers and description were left out' },
  'function': { 'zh-CN': '业务知识模型（函数）不能导入，请把它写进用到它的表达式', en: 'Functions are not imported; write its content into the expressions that use it' },
  'renamed': { 'zh-CN': '名称已改写，只保留文字、数字和下划线', en: 'The name was changed: letters, digits and underscores only' },
  'type': { 'zh-CN': '这种类型改为文本', en: 'This type was read as text' },
  'no-clause': { 'zh-CN': '没有条款，请为每一行填写依据的条款', en: 'Rows without a clause; fill in the clause each row follows' },
  'new-clause': { 'zh-CN': '条款没有原文，请填写', en: 'This clause has no wording yet; fill it in' },
  'row-copied': { 'zh-CN': '编号重复，已换新编号', en: 'The row number was in use; a new one was given' },
  'allowed': { 'zh-CN': '取值范围既不是文字列表，也不是数字区间，未导入', en: 'These allowed values are neither a list of texts nor a range of numbers and were left out' },
  'many-ends': { 'zh-CN': '有多个最终决策，以最后一个为结果', en: 'Several final decisions; the last one gives the result' },
  'after-table': { 'zh-CN': '推导值先于决策表计算，请把这个表达式改写进决策表', en: 'Derived values are computed before tables; move this expression into a table' },
  'no-table': { 'zh-CN': '文件中没有决策表，请至少添加一张', en: 'The file has no decision table; add at least one' },
} satisfies Record<string, Bilingual>;

export type DmnNoteCode = keyof typeof texts;

/** Something in a file that was not taken over as it stands, and where: nothing is dropped in silence. */
export interface DmnNote {
  readonly code: DmnNoteCode;
  readonly place: string;
  readonly text: Bilingual;
}

export const dmnNote = (code: DmnNoteCode, place: string): DmnNote => ({ code, place, text: texts[code] });
