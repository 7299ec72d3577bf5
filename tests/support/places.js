// Every kind of address, with what the page at it is headed by.
import { expect } from '@playwright/test';

export const PLACES = [
  { name: '总览', hash: '#/', heading: '总览' },
  { name: '年历', hash: '#/calendar', heading: '日历 · 年历' },
  { name: '时间轴', hash: '#/calendar/timeline', heading: '日历 · 时间轴' },
  { name: '时间轴按类别', hash: '#/calendar/timeline?by=category', heading: '日历 · 时间轴' },
  { name: '时间轴按会议', hash: '#/calendar/timeline?by=meeting', heading: '日历 · 时间轴' },
  { name: '月历', hash: '#/calendar/month/7', heading: '2023年7月' },
  { name: '本月', hash: '#/calendar/month', heading: '2023年7月' },
  { name: '列表', hash: '#/calendar/list', heading: '日历 · 列表' },
  { name: '工委', hash: '#/units', heading: '工委' },
  { name: '一个工委', hash: '#/units/law', heading: '法制工委' },
  { name: '我的工委', hash: '#/mine', heading: '我的工委' },
  { name: '类别', hash: '#/categories', heading: '类别' },
  { name: '一个类别', hash: '#/categories/2', heading: '听取和审议/听取专项工作报告' },
  { name: '类别按时间', hash: '#/categories?sort=time', heading: '类别' },
  { name: '月度任务', hash: '#/categories/monthly', heading: '月度任务' },
  { name: '会议', hash: '#/meetings', heading: '会议' },
  { name: '一次会议', hash: '#/meetings/standing-7', heading: '7月常委会会议' },
  { name: '要点', hash: '#/points', heading: '要点' },
  { name: '一条要点', hash: '#/points/10', heading: '要点' },
  { name: '对照', hash: '#/points/coverage', heading: '要点 · 对照' },
  { name: '进展', hash: '#/progress', heading: '进展' },
  { name: '数据', hash: '#/data', heading: '数据' },
  { name: '导入计划', hash: '#/import', heading: '导入计划' },
  { name: '按条件看进展', hash: '#/progress?about=law&written=2023-7&kind=note', heading: '进展' },
  { name: '一个月的通报', hash: '#/progress/bulletin/7', heading: '2023年7月进展通报' },
  { name: '一个季度的通报', hash: '#/progress/bulletin/7-9', heading: '2023年7—9月进展通报' },
  { name: '搜索', hash: '#/search?q=未成年人', heading: '搜索' },
  { name: '筛选后的列表', hash: '#/calendar/list?unit=law&group=2', heading: '日历 · 列表' },
  { name: '没有结果的筛选', hash: '#/calendar?text=没有这个词', heading: '日历 · 年历' },
  {
    name: '打开的事项',
    hash: '#/?item=s4-1',
    heading: '总览',
    item: '关于推动金融与科技资源更好服务制造业当家专题调研',
  },
  { name: '事项自己的页面', hash: '#/item/s7-4', item: '开展民生实项目专题视察' },
  { name: '使用说明', hash: '#/guide', heading: '使用说明' },
  { name: '使用说明的一段', hash: '#/guide/print', heading: '使用说明' },
  { name: '不认识的链接', hash: '#/没有/这里', heading: '没有这一页' },
];

/** Those that are the same on any day. */
export const LASTING = PLACES.filter(({ name }) => name !== '本月');

/** Goes to every page in turn, and does something there; it is told the page's name. */
export async function everywhere(app, look) {
  await app.open();
  for (const place of PLACES) {
    await app.paste(place.hash);
    if (place.heading) await expect(app.heading).toHaveText(place.heading);
    if (place.item) await app.item.expectOpen(place.item);
    await look(place.name);
  }
}
