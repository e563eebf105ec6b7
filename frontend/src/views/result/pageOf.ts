/** The page of explanation that goes with a step, where there is one. */
const PAGES: Record<string, string> = {
  explain_two_flags: 'two_flags',
  explain_flag_limits: 'two_flags',
  request_self_info_flag: 'two_flags',
  request_non_disclosure_flag: 'two_flags',
  myna_stops: 'two_flags',
  myna_still_works: 'two_flags',
  certificate_without_application: 'certificate',
  contact_insurer_certificate: 'certificate',
  renew_certificate: 'certificate',
  check_renewal_delivery: 'certificate',
  notice_only_not_enough: 'timeline',
  old_card_until_expiry: 'timeline',
  expired_card_interim: 'timeline',
  old_card_ended: 'timeline',
  visit_without_document: 'timeline',
  leave_his_insurance: 'insurer_change',
  join_kokuho: 'insurer_change',
  reapply_at_new_insurer: 'insurer_change',
  tell_old_insurer: 'insurer_change',
  tell_city_before_75: 'age75',
  recheck_flag_at_75: 'age75',
  release_one_keep_other: 'release',
  release_self_info: 'release',
  release_non_disclosure: 'release',
  do_not_release_yet: 'release',
};

/** The ID of the page that explains a step further. */
export function pageOf(step: string): string | undefined {
  return PAGES[step];
}
