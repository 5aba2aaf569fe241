<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Group\Group;
use OCA\Reseau\Group\Groups;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\ReaderLanguage;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IUserManager;

/** A notice as a viewer who sees it may know it: the only way notices leave the server. */
class NoticePresenter {
	/** Characters of the text in a list. */
	private const EXCERPT = 220;

	/** @var ?array<array-key, string> */
	private ?array $labels = null;

	/** @var ?array<int, string> */
	private ?array $titles = null;

	/** @var ?array<int, Group> those in the public showcase */
	private ?array $public = null;

	public function __construct(
		private readonly Notices $notices,
		private readonly UnansweredNotices $unanswered,
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
		$unanswered = $this->unanswered->among(array_values(array_filter($notices, static fn (AuthoredNotice $one): bool => $one->isKeptBy($viewer))));
		return array_map(fn (AuthoredNotice $one): array => $this->common($viewer, $one) + (isset($unanswered[$one->id()]) ? ['unanswered' => true] : []) + [
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
				'about' => $notice->getAbout(),
				'version' => $notice->getVersion(),
			] + ($this->unanswered->among([$one]) === [] ? [] : ['unanswered' => true]))
			+ ($notice->isStopped() && ($keeps || $viewer->facilitator) ? ['stopped' => true] : []);
	}

	/**
	 * What visitors of the public showcase see of a notice: its author and the group it comes from, if these are in the showcase themselves; neither the keeper
	 * of the card, nor how its author gave it, nor its outcome.
	 *
	 * @return ?array<string, mixed> null if it is not in the showcase
	 */
	public function showcase(AuthoredNotice $one): ?array {
		if (!$this->notices->isPublic($one)) {
			return null;
		}
		$notice = $one->notice;
		return [
			'id' => $one->id(),
			'kind' => $notice->getKind(),
			'title' => $notice->getTitle(),
			'text' => (string)$notice->getText(),
			'free' => (string)$notice->getFree(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'places' => $notice->places(),
			'terms' => $this->termLabels($notice),
			'group' => $this->publicGroup($notice->getGroupId()),
			'by' => $one->author->isPublic() ? ['id' => $one->author->ownerId(), 'name' => $one->author->getName()] : null,
			'until' => $notice->getUntilDay(),
			// The time of its last change would reveal changes of parts that visitors do not see.
			'published' => $notice->getPublishedAt(),
		];
	}

	/** @return array<string, mixed> the fields of lists and of the notice itself */
	private function common(Viewer $viewer, AuthoredNotice $one): array {
		$notice = $one->notice;
		$keeps = $one->isKeptBy($viewer);
		return [
			'id' => $one->id(),
			'kind' => $notice->getKind(),
			'title' => $notice->getTitle(),
			'mode' => $notice->getMode(),
			'neededBy' => $notice->getNeededBy(),
			'territories' => $notice->places(),
			'termLabels' => $this->termLabels($notice),
			'group' => $this->group($notice->getGroupId()),
			'audience' => $notice->getOnlyGroup() === null ? 'members' : 'group',
			'by' => self::person($one->author),
			'mine' => $keeps,
			'state' => $one->state(),
			'published' => gmdate(DATE_ATOM, $notice->getPublishedAt()),
		] + ($keeps ? ['until' => $notice->getUntilDay()] : []);
	}

	/** @return list<array{id: int, uid: ?string, name: string}> people the viewer may know */
	private function thanks(Viewer $viewer, AuthoredNotice $one): array {
		$ids = $this->access->thanked($one);
		$people = $this->people->briefly($ids);
		$thanked = array_filter(array_map(static fn (int $id): ?Member => $people[$id] ?? null, $ids), static fn (?Member $member): bool => $member !== null && People::knows($viewer, $member));
		return array_map(self::person(...), array_values($thanked));
	}

	/** @return list<string> */
	private function termLabels(Notice $notice): array {
		$this->labels ??= $this->vocabulary->labelsById($this->language->code());
		return array_map(fn (string $term): string => $this->labels[$term] ?? $term, $this->vocabulary->resolveAll($notice->words()));
	}

	/** @return ?array{id: int, title: string} null if it is not in the public showcase */
	private function publicGroup(?int $id): ?array {
		if ($id === null) {
			return null;
		}
		$this->public ??= array_filter($this->groups->bare($this->groups->showcased()), static fn (Group $group): bool => $group->isPublic());
		return isset($this->public[$id]) ? ['id' => $id, 'title' => $this->public[$id]->getTitle()] : null;
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
