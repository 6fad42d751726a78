/** Linkage alone acts in another site than that of the event it heard: see ../decisions/0001. */
import { siteNow, type Act } from '@xuncha/service-kit';

/** The system's act in the site of destination, by that site's own clock, in the same transaction. */
export async function actIn(site: string, act: Act): Promise<Act> {
  return act.inSite(site, await siteNow(act.manager, site));
}
