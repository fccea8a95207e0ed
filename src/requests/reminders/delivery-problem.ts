import type { Language } from '../../refusals/refusal.ts'
import { shortLine } from '../words/short-line.ts'

/** Why a reminder did not go out, as data. `said` are the other side's own words, shortened and without secrets. */
export type DeliveryProblem =
  | {
      readonly is:
        | 'smtpNotSet'
        | 'timedOut'
        | 'certificate'
        | 'tlsMissing'
        | 'signInRefused'
        | 'interrupted'
        | 'stopped'
    }
  | { readonly is: 'answerUnreadable' | 'targetSealed' }
  | { readonly is: 'unreachable' | 'failed'; readonly code: string }
  | { readonly is: 'recipientRefused' | 'mailRefused'; readonly status: number; readonly said: string }
  | { readonly is: 'status' | 'redirected'; readonly status: number }
  | { readonly is: 'robotRefused'; readonly code: number; readonly said: string }

export function problemInWords(problem: DeliveryProblem, language: Language): string {
  return language === 'en' ? inEnglish(problem) : inChinese(problem)
}

function inChinese(problem: DeliveryProblem): string {
  switch (problem.is) {
    case 'smtpNotSet':
      return '没有设置邮件服务器（环境变量 GONGKAI_SMTP_URL 和 GONGKAI_SMTP_FROM）'
    case 'timedOut':
      return '对方服务器没有及时应答'
    case 'certificate':
      return '对方服务器的证书不受信任'
    case 'tlsMissing':
      return '邮件服务器不支持加密连接，未发送密码'
    case 'signInRefused':
      return '邮件服务器不接受用户名或者密码'
    case 'interrupted':
      return '发送时程序中断，不知道是否已经发出'
    case 'stopped':
      return '发送时程序停止，不知道是否已经发出'
    case 'answerUnreadable':
      return '对方的应答读不懂，请核对网址是否为群机器人的地址'
    case 'targetSealed':
      return '地址是用另一把安装密钥加密的，打不开，请删除后重新添加'
    case 'unreachable':
      return `连接不上对方服务器（${problem.code}）`
    case 'failed':
      return `发送失败（${problem.code}）`
    case 'recipientRefused':
      return `邮件服务器不接受收件地址（${problem.status}）：${problem.said}`
    case 'mailRefused':
      return `邮件服务器拒收（${problem.status}）：${problem.said}`
    case 'status':
      return `对方服务器应答 ${problem.status}`
    case 'redirected':
      return `对方服务器要求转到别的网址（${problem.status}），不予跟随，请改用最终的网址`
    case 'robotRefused':
      return `群机器人拒绝（${problem.code}）：${problem.said}`
  }
}

function inEnglish(problem: DeliveryProblem): string {
  switch (problem.is) {
    case 'smtpNotSet':
      return 'no mail server is set (environment variables GONGKAI_SMTP_URL and GONGKAI_SMTP_FROM)'
    case 'timedOut':
      return 'the other server did not answer in time'
    case 'certificate':
      return 'the certificate of the other server is not trusted'
    case 'tlsMissing':
      return 'the mail server offers no encryption; the password was not sent'
    case 'signInRefused':
      return 'the mail server does not accept user name or password'
    case 'interrupted':
      return 'the program broke off while sending; whether it went out is not known'
    case 'stopped':
      return 'the program was stopped while sending; whether it went out is not known'
    case 'answerUnreadable':
      return 'the answer cannot be read; check that the URL is that of a group robot'
    case 'targetSealed':
      return 'the address is sealed under another installation key; remove the channel and add it again'
    case 'unreachable':
      return `the other server cannot be reached (${problem.code})`
    case 'failed':
      return `sending failed (${problem.code})`
    case 'recipientRefused':
      return `the mail server does not accept the recipient (${problem.status}): ${problem.said}`
    case 'mailRefused':
      return `the mail server turned the mail down (${problem.status}): ${problem.said}`
    case 'status':
      return `the other server answered ${problem.status}`
    case 'redirected':
      return `the other server points to another URL (${problem.status}), which is not followed; use the final URL`
    case 'robotRefused':
      return `the group robot refused (${problem.code}): ${problem.said}`
  }
}

/** The other side's words, on one line and short, with every secret that they repeat blotted out. */
export function wordsOfOthers(text: string, secrets: readonly string[]): string {
  let said = text
  for (const secret of secrets.filter(({ length }) => length >= 4)) said = said.replaceAll(secret, '…')
  return shortLine(said, 120)
}
