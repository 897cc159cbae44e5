export const words = {
  en: {
    name: 'Your name', worklist: 'To look at', kind: 'Kind', search: 'Search', showSettled: 'Show settled ones',
    page: 'Page', zoom: 'Zoom', table: 'Table', value: 'Value on the page', reason: 'Reason', accept: 'Accept',
    edit: 'Edit', wrong: 'Report is wrong', undo: 'Undo', picture: 'Picture of the page', all: 'All',
    suspect: 'Suspect cells', check: 'Failed checks', body: 'Unresolved bodies', quarantined: 'Quarantined inputs',
    hint: 'Choose something from the list. Keys: j next, k previous, a accept, e edit, w the report itself is wrong, u undo.',
    none: 'No picture: the source is not at hand (--sources), or it has no pages.', open: 'open', found: 'found',
    read: 'as printed', state: 'state', readings: 'Other readings', identities: 'Identities', log: 'Decisions',
    stale: 'Somebody else decided on this cell meanwhile; it was loaded again.', blank: 'blank',
    number: 'Expected a plain number, or nothing for a blank cell.', lost: 'Not kept: ',
    noTable: 'No cells.', done: 'settled',
  },
  zh: {
    name: '您的姓名', worklist: '待核对', kind: '类别', search: '搜索', showSettled: '显示已处理',
    page: '页', zoom: '缩放', table: '表', value: '页面上的数值', reason: '理由', accept: '认可', edit: '修改',
    wrong: '报告本身有误', undo: '撤销', picture: '页面图像', all: '全部', suspect: '存疑单元格', check: '勾稽不符',
    body: '未识别机构', quarantined: '隔离的文件',
    hint: '请从列表中选择。按键:j 下一项,k 上一项,a 认可,e 修改,w 报告本身有误,u 撤销。',
    none: '没有图像:原文件不在手边(--sources),或没有页面。', open: '未处理', found: '条', read: '原文', state: '状态',
    readings: '其他读法', identities: '勾稽关系', log: '处理记录', stale: '其他人已处理此单元格,已重新载入。',
    blank: '空白', number: '请输入数字;空白单元格请留空。', lost: '未保存:', noTable: '没有单元格。', done: '已处理',
  },
};
