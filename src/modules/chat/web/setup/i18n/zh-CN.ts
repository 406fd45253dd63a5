export const zh = {
  title: '在线客服设置', hint: '把一段代码放到公司网站，访客就能和客服对话。每个对话都成为一件服务请求。',
  open: { title: '开放', switch: '开放在线客服', on: '访客现在可以发起对话。', off: '网站上不显示按钮，访客打不开对话。', noType: '还没有可用的服务类型，请先在“服务台设置”里开设服务台。', go: '去开设' },
  desk: { title: '谁来接待', type: '会话归入的服务类型', auto: '第一个对客户开放的咨询类型', hint: '由它所属队列的成员接待，工作时间按队列所在部门的工作日历。', people: '队列成员' },
  sites: { title: '放到网站上', list: '可嵌入的网站，一行一个', hint: '只写到域名，如 https://www.example.com。不在名单里的网站显示不了对话。', snippet: '复制到网页 </body> 之前', side: '默认在右下角；要放左下角，加上 data-side="left"。', csp: '网站如有内容安全策略，请在 script-src 和 frame-src 里加上 {origin}。', page: '也可以直接把这个地址发给客户', bad: '“{line}”不是网站地址，请写成 https://www.example.com。' },
  greeting: { title: '欢迎语', zh: '中文', en: '英文' },
  blocked: { title: '已屏蔽的访客', none: '没有屏蔽任何访客。', line: '{at} 由{by}屏蔽', lift: '解除' },
  save: '保存', saved: '已保存',
};
