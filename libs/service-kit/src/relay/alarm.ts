/** Lets a loop sleep until it is called or a time is over. Any number of calls before it looks again count as one. */
export class Alarm {
  private raised = false;
  private awaken: (() => void) | undefined;

  raise(): void {
    this.raised = true;
    this.awaken?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.raised) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.awaken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.awaken = undefined;
    this.raised = false;
  }
}
