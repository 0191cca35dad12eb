import type { PicturedCapture } from '../model/picture';
import type { Finding, FindingPicture } from './report';

/** More of one thing shows nothing more; the evidence pack holds them all. */
const MOST = 12;

/**
 * Findings with the pictures of what they rest on: those of captures that saw one of its posts, and of a finding about an account those of its profile.
 * A picture shows the visible part of a page: the posts were on that page, and need not all be in sight.
 */
export function withPictures(findings: readonly Finding[], pictures: readonly PicturedCapture[], now: number): Finding[] {
  const of = new Map<string, Set<PicturedCapture>>();
  for (const picture of pictures) {
    if (picture.takenAt > now) continue;
    const keys = picture.surface === 'profile' ? [...picture.postKeys, picture.accountKey] : picture.postKeys;
    for (const key of keys) of.set(key, (of.get(key) ?? new Set()).add(picture));
  }
  return findings.map((finding) => {
    const seen = new Set(finding.evidence.flatMap((key) => [...(of.get(key) ?? [])]));
    const newest = [...seen].sort((a, b) => b.takenAt - a.takenAt).slice(0, MOST);
    const marks = newest.map(({ sha256, snapshotId, takenAt }): FindingPicture => ({ sha256, snapshotId, takenAt }));
    return marks.length ? { ...finding, pictures: marks } : finding;
  });
}

/** The pictures of findings put to the same findings of the same audit, made anew. */
export function keepPictures(findings: readonly Finding[], before: readonly Finding[]): Finding[] {
  const nameOf = ({ criterion, network }: Finding) => `${criterion} ${network}`;
  const known = new Map(before.map((finding) => [nameOf(finding), finding.pictures]));
  return findings.map((finding) => {
    const pictures = known.get(nameOf(finding));
    return pictures ? { ...finding, pictures } : finding;
  });
}
