import { dictionary, type Language } from '../../ui/i18n';

/** What was done, by the stable names that the server's modules give; in the order in which they are offered. */
const actions = dictionary(
  {
    'session.begin': '登录',
    'session.refused': '登录失败',
    'user.invite': '邀请用户',
    'user.invite-again': '重新邀请用户',
    'user.accept': '接受邀请、设置密码',
    'user.password': '修改密码',
    'user.close': '停用账户',
    'person.open': '查看证件号码等原文',
    'list.export': '导出名单',
    'person.compare': '比对疑似重复人员',
    'household.read': '查看家庭档案',
    'household.entitlements': '查看家庭待遇',
    'fact.state': '登记情况变化',
    'import.submit': '提交名册导入',
    'import.land': '名册入库',
    'import.return': '退回名册修改',
    'duplicate.merge': '合并重复人员',
    'duplicate.undo': '撤销合并',
    'duplicate.distinct': '认定不是同一人',
    'case.apply': '受理申请',
    'case.open': '查看办理案卷',
    'case.act': '办理环节',
    'case.decide': '作出决定',
    'case.basis': '查看决定依据',
    'case.paper': '出具文书',
    'case.print': '打印案卷',
    'case.take-over': '接手办理',
    'proposal.drop': '撤回调整建议',
    'batch.confirm': '确认批量调整',
    'batch.drop': '撤回批量调整',
    'objection.lodge': '提出异议',
    'objection.take-up': '受理异议',
    'objection.answer': '答复异议',
    'objection.contact': '查看异议人联系方式',
    'scenario.save': '保存试算方案',
    'scenario.delete': '删除试算方案',
    'trial.people': '查看试算涉及的人',
    'standard.enter': '录入标准',
    'standard.confirm': '确认标准',
    'standard.refuse': '退回标准',
    'draft.make': '新建政策草案',
    'draft.change': '修改政策草案',
    'draft.submit': '提交政策草案',
    'draft.withdraw': '撤回政策草案',
    'draft.refuse': '退回政策草案',
    'draft.drop': '放弃政策草案',
    'draft.rebase': '把政策草案改到现行政策上',
    'draft.publish': '批准发布政策',
    'payment.prepare': '编制发放清单',
    'payment.drop': '撤回发放清单',
    'payment.confirm': '确认发放',
    'payment.bank-file': '生成银行代发文件',
    'payment.return': '登记银行回盘',
    'payment.same-account': '说明账号无误、按原账号重发',
    'payment.payer': '设定付款账户',
    'payment.repay': '登记退回的钱',
    'payment.repay-confirm': '确认退回的钱',
    'payment.repay-refuse': '不予确认退回的钱',
    'payment.reverse': '提出撤销退回的钱',
    'payment.reverse-confirm': '确认撤销退回的钱',
    'payment.reverse-refuse': '不予撤销退回的钱',
    'radar.read': '查看线索',
    'radar.close': '办结线索',
    'radar.run': '发起应保尽保排查',
    'job.cancel': '中止后台任务',
    'document.store': '存入材料',
    'document.open': '查看材料',
  },
  {
    'session.begin': 'Signed in',
    'session.refused': 'Sign-in failed',
    'user.invite': 'Invited a user',
    'user.invite-again': 'Invited a user again',
    'user.accept': 'Took up an invitation',
    'user.password': 'Changed the password',
    'user.close': 'Closed an account',
    'person.open': 'Opened a masked value',
    'list.export': 'Exported a list',
    'person.compare': 'Compared likely duplicates',
    'household.read': 'Opened a household',
    'household.entitlements': 'Looked at entitlements',
    'fact.state': 'Stated a fact',
    'import.submit': 'Submitted an import',
    'import.land': 'Landed an import',
    'import.return': 'Returned an import',
    'duplicate.merge': 'Merged duplicates',
    'duplicate.undo': 'Undid a merge',
    'duplicate.distinct': 'Told two persons apart',
    'case.apply': 'Took an application',
    'case.open': 'Opened a case',
    'case.act': 'Did a step',
    'case.decide': 'Decided',
    'case.basis': 'Looked at the basis of a decision',
    'case.paper': 'Issued a paper',
    'case.print': 'Printed a case',
    'case.take-over': 'Took over a case',
    'proposal.drop': 'Dropped a proposal',
    'batch.confirm': 'Confirmed a batch',
    'batch.drop': 'Dropped a batch',
    'objection.lodge': 'Objected',
    'objection.take-up': 'Took up an objection',
    'objection.answer': 'Answered an objection',
    'objection.contact': 'Opened an objector’s contact',
    'scenario.save': 'Kept a scenario of a trial',
    'scenario.delete': 'Deleted a scenario of a trial',
    'trial.people': 'Looked at whom a trial concerns',
    'standard.enter': 'Entered a standard',
    'standard.confirm': 'Confirmed a standard',
    'standard.refuse': 'Refused a standard',
    'draft.make': 'Began a draft of the rules',
    'draft.change': 'Changed a draft of the rules',
    'draft.submit': 'Submitted a draft of the rules',
    'draft.withdraw': 'Withdrew a draft of the rules',
    'draft.refuse': 'Gave back a draft of the rules',
    'draft.drop': 'Gave up a draft of the rules',
    'draft.rebase': 'Put a draft on the present rules',
    'draft.publish': 'Approved and published rules',
    'payment.prepare': 'Prepared a payment run',
    'payment.drop': 'Dropped a payment run',
    'payment.confirm': 'Confirmed a payment run',
    'payment.bank-file': 'Made the bank’s file',
    'payment.return': 'Took in the bank’s returns',
    'payment.same-account': 'Stated that the account of a failed payment is right',
    'payment.payer': 'Set the paying account',
    'payment.repay': 'Entered a repayment',
    'payment.repay-confirm': 'Confirmed a repayment',
    'payment.repay-refuse': 'Refused a repayment',
    'payment.reverse': 'Proposed to take back a repayment',
    'payment.reverse-confirm': 'Took back a repayment',
    'payment.reverse-refuse': 'Kept a repayment',
    'radar.read': 'Opened a lead',
    'radar.close': 'Closed a lead',
    'radar.run': 'Let everybody be looked at',
    'job.cancel': 'Cancelled a job',
    'document.store': 'Stored a document',
    'document.open': 'Opened a document',
  },
);

const subjects = dictionary(
  {
    user: '用户',
    person: '人员',
    household: '家庭',
    case: '案卷',
    batch: '批量调整',
    objection: '异议',
    standard: '标准',
    scenario: '试算方案',
    trial: '政策试算',
    draft: '政策草案',
    'payment-run': '发放清单',
    repayment: '退回的钱',
    county: '县（市、区）',
    document: '材料',
    import: '名册导入',
    duplicate: '疑似重复',
    lead: '线索',
    job: '后台任务',
  },
  {
    user: 'user',
    person: 'person',
    household: 'household',
    case: 'case',
    batch: 'batch',
    objection: 'objection',
    standard: 'standard',
    scenario: 'scenario',
    trial: 'policy trial',
    draft: 'draft of the rules',
    'payment-run': 'payment run',
    repayment: 'repayment',
    county: 'county',
    document: 'document',
    import: 'import',
    duplicate: 'likely duplicate',
    lead: 'Lead',
    job: 'Background work',
  },
);

const particulars = dictionary(
  {
    login: '用户名',
    number: '编号',
    name: '名称',
    title: '标题',
    file: '文件',
    month: '月份',
    fact: '项目',
    parameter: '标准',
    value: '数值',
    from: '起始',
    programme: '救助项目',
    decision: '决定',
    document: '材料',
    notice: '公示',
    proposal: '建议',
    affected: '涉及户数',
    payments: '笔数',
    account: '账号',
    household: '家庭',
    amountFen: '金额（分）',
    receipt: '收据号',
    loser: '并入的人员',
    read: '读入行数',
    landed: '入库户数',
    held: '待改户数',
    kind: '种类',
    format: '格式',
    digest: '摘要值',
    version: '版本',
  },
  {
    login: 'User name',
    number: 'Number',
    name: 'Name',
    title: 'Title',
    file: 'File',
    month: 'Month',
    fact: 'Item',
    parameter: 'Standard',
    value: 'Value',
    from: 'From',
    programme: 'Programme',
    decision: 'Decision',
    document: 'Document',
    notice: 'Notice',
    proposal: 'Proposal',
    affected: 'Households',
    payments: 'Payments',
    account: 'Account',
    household: 'Household',
    amountFen: 'Amount (fen)',
    receipt: 'Receipt',
    loser: 'Merged person',
    read: 'Rows read',
    landed: 'Landed',
    held: 'Held back',
    kind: 'Kind',
    format: 'Format',
    digest: 'Digest',
    version: 'Version',
  },
);

type Texts = Readonly<Record<string, string | undefined>>;

/** A deed in words; one that nobody has put into words yet stays its code. */
export const actionText = (code: string, language: Language): string => (actions[language] as Texts)[code] ?? code;

/** The kind of thing that something was done to. */
export const subjectText = (code: string, language: Language): string => (subjects[language] as Texts)[code] ?? code;

/** The name of a particular. */
export const particularText = (code: string, language: Language): string =>
  (particulars[language] as Texts)[code] ?? code;

interface Option {
  value: string;
  label: string;
}

const optionsOf = (texts: object): Option[] =>
  Object.entries(texts).map(([value, label]) => ({ value, label: String(label) }));

export const actionOptions = (language: Language): Option[] => optionsOf(actions[language]);
export const subjectOptions = (language: Language): Option[] => optionsOf(subjects[language]);

/** The particulars of an entry, which it holds as a JSON object; what is none comes back as one text. */
export function particularsOf(detail: string): [name: string, value: string][] {
  try {
    const parsed: unknown = JSON.parse(detail);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return Object.entries(parsed).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
    }
  } catch {
    // Shown as it is.
  }
  return detail ? [['', detail]] : [];
}

const NAMES = ['number', 'login', 'title', 'name', 'file', 'month', 'parameter'];

/** By what an entry's thing is known, where its particulars say so: a case's number, a user's login. */
export function nameOf(detail: string): string {
  const particulars = new Map(particularsOf(detail));
  return NAMES.map((name) => particulars.get(name)).find((value) => value !== undefined) ?? '';
}
