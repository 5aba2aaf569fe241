<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IUserManager;

/** A notice as a viewer who sees it may know of it: the only way notices leave the server. */
class NoticePresenter {
	/** Characters of the text in a list. */
	private const EXCERPT = 220;

	/** @var ?array<array-key, string> */
	private ?array $labels = null;

	/** @var ?array<int, string> */
	private ?array $titles = null;

	public function __construct(
		private readonly NoticeAccess $access,
		private readonly People $people,
		private readonly Groups $groups,
		private readonly Vocabulary $vocabulary,
		private readonly ReaderLanguage $language,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * @param list<AuthoredNotice> $notices
	 * @param array<int, ?array{text: string, marks: list<array{int, int}>}> $found the words of a search in their sentence, by notice
	 * @return list<array<string, mixed>> NoticeSummarySchema of src/notice/model.ts
	 */
	public function list(Viewer $viewer, array $notices, array $found = []): array {
		return array_map(fn (AuthoredNotice $one): array => $this->common($viewer, $one) + [
			'excerpt' => Excerpt::of((string)$one->notice->getText(), self::EXCERPT),
			'found' => $found[$one->id()] ?? null,
		], $notices);
	}

	/** @return array<string, mixed> NoticeSchema */
	public function present(Viewer $viewer, AuthoredNotice $one): array {
		$notice = $one->notice;
		$keeps = $one->isKeptBy($viewer);
		return $this->common($viewer, $one) + [
			'text' => (string)$notice->getText(),
			'free' => (string)$notice->getFree(),
			'terms' => $this->vocabulary->resolveAll($notice->words()),
			'outcome' => (string)$notice->getOutcome(),
			'thanks' => $this->thanks($viewer, $one),
			'can' => $this->access->can($viewer, $one),
		] + ($one->author->getUid() !== null ? [] : ['steward' => $this->steward($one->author), 'how' => $notice->getSaidHow()])
			+ (!$keeps ? [] : [
				'from' => $notice->getFromPart() === null ? null : ['part' => $notice->getFromPart(), 'text' => (string)$notice->getFromText()],
				'version' => $notice->getVersion(),
			])
			+ ($notice->isStopped() && ($keeps || $viewer->facilitator) ? ['stopped' => true] : []);
	}

	/** @return array<string, mixed> what lists and the notice itself show */
	private function common(Viewer $viewer, AuthoredNotice $one): array {
		$notice = $one->notice;
		$this->labels ??= $this->vocabulary->labelsById($this->language->code());
		$keeps = $one->isKeptBy($viewer);
		return [
			'id' => $one->id(),
			'kind' => $notice->getKind(),
			'title' => $notice->getTitle(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'territories' => $notice->places(),
			'termLabels' => array_map(fn (string $term): string => $this->labels[$term] ?? $term, $this->vocabulary->resolveAll($notice->words())),
			'group' => $this->group($notice->getGroupId()),
			'audience' => $notice->getOnlyGroup() === null ? 'members' : 'group',
			'by' => self::person($one->author),
			'mine' => $keeps,
			'state' => $one->state(),
			'published' => gmdate(DATE_ATOM, $notice->getPublishedAt()),
		] + ($keeps ? ['until' => $notice->getUntilDay()] : []);
	}

	/** @return list<array{id: int, uid: ?string, name: string}> those the viewer may know of */
	private function thanks(Viewer $viewer, AuthoredNotice $one): array {
		$ids = $this->access->thanked($one);
		$people = $this->people->briefly($ids);
		$thanked = array_filter(array_map(static fn (int $id): ?Member => $people[$id] ?? null, $ids), static fn (?Member $member): bool => $member !== null && People::knows($viewer, $member));
		return array_map(self::person(...), array_values($thanked));
	}

	/** @return ?array{id: int, title: string} */
	private function group(?int $id): ?array {
		$this->titles ??= $id === null ? null : $this->groups->titles();
		return isset($this->titles[$id ?? 0]) ? ['id' => (int)$id, 'title' => $this->titles[$id]] : null;
	}

	/** @return array{uid: ?string, name: string} empty for the facilitators together */
	private function steward(Member $author): array {
		$uid = $author->getStewardUid();
		return ['uid' => $uid, 'name' => $uid === null ? '' : $this->users->getDisplayName($uid) ?? ''];
	}

	/** @return array{id: int, uid: ?string, name: string} */
	private static function person(Member $member): array {
		return ['id' => $member->ownerId(), 'uid' => $member->getUid(), 'name' => $member->getName()];
	}
}
