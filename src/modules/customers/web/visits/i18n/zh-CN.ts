export const zh = {
  checkIn: {
    open: '走访签到', title: '走访签到', at: '{name}', planned: '计划的走访：{visit}', save: '签到并保存', saving: '正在保存', kept: '边写边存在这台设备上', unkept: '这台设备没有可用的存储，请不要离开本页，直到保存成功。',
    done: '已签到：{name}', doneFar: '已签到：{name}，距客户 {distance}', queued: '没有网络，已存在本机，联网后自动发送', denied: '您没有登记走访的权限', deniedHint: '请联系系统管理员开通“活动”的新建权限。', noCustomer: '没有找到这个客户', discard: '放弃这次签到',
  },
  place: {
    title: '位置', why: '只在您点下按钮的这一刻取一次位置，随这条走访保存，能看到此客户的同事可以看到。不会持续跟踪。', take: '记录当前位置', again: '重新定位', without: '不记录位置', finding: '正在定位',
    found: '已定位，误差约 {accuracy}', distance: '距客户 {distance}', unknown: '此客户还没有地图位置', remember: '把这里记为客户的地图位置', none: '无位置', refused: '浏览器没有允许定位。可在浏览器的网站设置里打开后重试，也可以不带位置签到。',
    unable: '这里取不到位置。可到窗边重试，也可以不带位置签到。', metres: '{count} 米', kilometres: '{count} 公里',
  },
  outcome: { title: '见到客户了吗', reached: '见到了', attempted: '没见到', hint: '只有“见到了”才算有效跟进。' },
  photos: { title: '照片', take: '拍照', choose: '从相册选', remove: '删除第 {at} 张照片', photo: '第 {at} 张照片', hint: '发送前会缩小，并去掉照片里的位置信息。', name: '走访照片' },
  note: { title: '简短记录', placeholder: '见到谁、谈了什么、答应了什么（可不填）' },
  next: { title: '下次联系', none: '不定', tomorrow: '明天', week: '一周后', fortnight: '两周后', month: '一个月后', other: '其他日子', notAllowed: '您没有修改此客户的权限，不能定下次联系。' },
  today: { title: '今天的走访' },
  waiting: {
    title: '本机上的走访', hint: '没有发送成功的走访都在这里，联网后自动发送，不会重复。', empty: '没有等待发送的走访', emptyHint: '签到后没有网络时，走访会先存在这里。', draft: '未完成', waiting: '等待发送', refused: '未被接受', go: '继续填写', again: '重新发送', discard: '丢弃', discardTitle: '丢弃这次走访',
    discardHint: '{name} 的这次走访只存在这台设备上，丢弃后无法找回。', keep: '保留', facts: '{when} · {count} 张照片', chip: '{count} 条走访待发送', chipRefused: '{count} 条走访未被接受', sendAll: '立即发送', partly: '走访已登记，还有照片没有发送。', sent: '走访已发送：{name}',
  },
  call: { title: '记下刚才的电话', with: '与 {name}', reached: '打通了', attempted: '没打通', outcome: '打通了吗', note: '谈了什么（可不填）', save: '登记电话', skip: '不记', saved: '已登记电话', subject: '电话' },
} as const;
