/**
 * Keeps what is typed into one form: in this browser at once, on the server when typing has paused; and finds what was left of it, here or
 * by another machine. What two machines wrote at once is not decided here.
 */
import type { CommandName } from '../../api/names.js';
import { Problem } from '../../api/problem.js';
import { session } from '../../api/session.js';
import { dropDraft, readDraft, saveDraft } from './drafts.js';
import { isSame, type Values } from './merge.js';
import { next, type Left, type Typed } from './newest.js';
import { discardThere, keepThere, leftThere } from './server-drafts.js';

const HERE_AFTER_MS = 400;
const THERE_AFTER_MS = 5_000;
const AGAIN_AFTER_MS = 30_000;

export interface DraftForm {
  /** Names the form: site, account, command and record. */
  readonly place: string;
  readonly command: CommandName;
  /** Worth keeping on the server. */
  readonly isLong: boolean;
}
/** What a form says of its draft. */
export interface DraftShown {
  readonly restored?: { readonly savedAt: string; readonly isFromElsewhere: boolean } | undefined;
  /** What another machine made of it while this one was typing, until somebody decides. */
  readonly elsewhere?: Left | 'ended' | undefined;
  readonly saved: 'no' | 'here' | 'there';
  /** Why it is not on the server. */
  readonly trouble?: string | undefined;
}
interface Form {
  show(shown: DraftShown): void;
  /** Puts what was left behind into the form. */
  restore(typed: Typed): void;
}

export class DraftKeeper {
  private typed: Typed = { values: {}, savedAt: '' };
  private seen: number | undefined;
  private isKept = true;
  private isOpen = false;
  private isMet = false;
  private isClosed = false;
  /** What was sent may stand in the form a while yet. */
  private dropped: Values | undefined;
  private sending: Promise<void> | undefined;
  private hereTimer: ReturnType<typeof setTimeout> | undefined;
  private thereTimer: ReturnType<typeof setTimeout> | undefined;
  private shown: DraftShown = { saved: 'no' };

  constructor(
    private readonly of: DraftForm,
    private readonly form: Form,
  ) {}

  async open(): Promise<void> {
    const draft = await readDraft(this.of.place);
    if (draft && !draft.isOver) {
      ({ seen: this.seen, isKept: this.isKept } = draft);
      this.restore(draft, false);
      this.show({ saved: this.isThere ? 'there' : 'here' });
    }
    this.isOpen = true;
    this.show({});
    if (draft?.isOver) await this.giveUp(draft.seen);
    await this.meet();
  }

  /** What is in the form now: the fields that were changed, of which version of the record. */
  type(values: Values, of: number | undefined): void {
    if (this.dropped && !isSame(values, this.dropped)) this.dropped = undefined;
    if (!this.isOpen || this.dropped || isSame(values, this.typed.values)) return;
    this.typed = { values, of, savedAt: new Date().toISOString() };
    this.isKept = false;
    this.show({ saved: 'no' });
    clearTimeout(this.hereTimer);
    this.hereTimer = setTimeout(() => void this.saveHere(), HERE_AFTER_MS);
    this.sendAfter(THERE_AFTER_MS);
  }

  /** The network is there again, or whoever was signed out. */
  async resume(): Promise<void> {
    if (session.who) await (this.isMet ? this.send() : this.meet());
  }

  /** The page is hidden: it may never be shown again. */
  async leave(): Promise<void> {
    await Promise.all([this.hereTimer && this.saveHere(), this.send(true)]);
  }

  /** The form is closed; what could not be sent is sent where it is opened next. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.leave();
  }

  /** Sent or given up: it must not come back. */
  async drop(): Promise<void> {
    clearTimeout(this.hereTimer);
    clearTimeout(this.thereTimer);
    await this.sending;
    const { seen } = this;
    this.dropped = this.typed.values;
    this.forget();
    this.show({ restored: undefined, elsewhere: undefined, trouble: undefined, saved: 'no' });
    await this.giveUp(seen);
  }

  /** What another machine wrote, instead of what is here. */
  async take(left: Left): Promise<void> {
    this.seen = left.seen;
    this.isKept = true;
    this.restore(left, !left.isHere);
    await this.saveHere();
  }

  /** What is here, whatever became of it elsewhere. */
  async insist(): Promise<void> {
    const { elsewhere } = this.shown;
    this.seen = elsewhere === 'ended' ? undefined : elsewhere?.seen;
    this.isKept = false;
    this.show({ elsewhere: undefined });
    await this.send();
  }

  private async meet(): Promise<void> {
    if (!this.of.isLong) return;
    const left = await leftThere(this.of.place).catch(() => undefined);
    if (left === undefined || this.isClosed) return;
    this.isMet = true;
    const { seen, isKept } = this;
    const step = next({ values: this.typed.values, seen, isKept }, left);
    if (step === 'ask' || step === 'ended') return this.show({ elsewhere: left ?? 'ended', saved: 'here' });
    if (step === 'take') return this.take(left!);
    this.seen = left?.seen;
    this.isKept ||= step === 'adopt';
    if (this.isKept) return this.saveHere();
    this.sendAfter(HERE_AFTER_MS);
  }

  private async saveHere(): Promise<void> {
    clearTimeout(this.hereTimer);
    this.hereTimer = undefined;
    const { typed, seen, isKept } = this;
    if (isEmpty(typed)) return this.dropHere();
    await saveDraft(this.of.place, { ...typed, seen, isKept });
    if (typed === this.typed) this.show({ saved: this.isThere ? 'there' : 'here' });
  }

  private sendAfter(ms: number): void {
    clearTimeout(this.thereTimer);
    if (!this.isClosed) this.thereTimer = setTimeout(() => void this.send(), ms);
  }

  private async send(isLeaving = false): Promise<void> {
    clearTimeout(this.thereTimer);
    if (!this.of.isLong || this.isKept || this.shown.elsewhere || !session.who) return;
    if (this.sending) return this.sendAfter(THERE_AFTER_MS);
    this.sending = this.sendNow(isLeaving)
      .catch((error: unknown) => this.refused(error))
      .finally(() => (this.sending = undefined));
    await this.sending;
  }

  private async sendNow(isLeaving: boolean): Promise<void> {
    const { typed, seen, of } = this;
    if (!isEmpty(typed)) this.seen = await keepThere(of, typed, { seen, isLeaving });
    else if (seen !== undefined) await discardThere(of.place, seen);
    if (isEmpty(typed)) this.seen = undefined;
    this.isKept = typed === this.typed;
    this.show({ trouble: undefined });
    await this.saveHere();
  }

  private async refused(error: unknown): Promise<void> {
    const { code, detail } = error instanceof Problem ? error : new Problem('internal', String(error));
    if (code === 'draft.newer' || code === 'draft.gone') return this.meet();
    const later = isLater(error);
    this.show({ trouble: later ? '没有连上服务器，连上后再存过去' : detail });
    if (later) this.sendAfter(AGAIN_AFTER_MS);
  }

  /** Where the server cannot be told now, it is told where the form is opened next. */
  private async giveUp(seen: number | undefined): Promise<void> {
    const { place } = this.of;
    if (seen === undefined) return this.dropHere();
    if (isEmpty(this.typed))
      await saveDraft(place, { values: {}, savedAt: '', seen, isKept: true, isOver: true });
    const later = await discardThere(place, seen).then(() => false, isLater);
    if (!later) await this.dropHere();
  }

  /** What is typed meanwhile stays. */
  private async dropHere(): Promise<void> {
    if (isEmpty(this.typed)) await dropDraft(this.of.place);
  }

  private forget(): void {
    this.typed = { values: {}, savedAt: '' };
    this.seen = undefined;
    this.isKept = true;
    this.hereTimer = undefined;
  }

  private restore({ values, of, savedAt }: Typed, isFromElsewhere: boolean): void {
    this.typed = { values, of, savedAt };
    this.form.restore(this.typed);
    this.show({ restored: { savedAt, isFromElsewhere }, elsewhere: undefined });
  }

  private get isThere(): boolean {
    return this.isKept && this.of.isLong && !this.shown.elsewhere;
  }

  private show(more: Partial<DraftShown>): void {
    this.shown = { ...this.shown, ...more };
    if (!this.isClosed) this.form.show(this.shown);
  }
}

/** The same may be sent again when the network is back, or whoever was signed out. */
const isLater = (error: unknown) =>
  error instanceof Problem && (error.isPassing || error.code.startsWith('session.'));
const isEmpty = ({ values }: Typed) => Object.keys(values).length === 0;
