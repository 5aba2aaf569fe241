<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Showcase;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Group\ShowGroup;
use OCA\Reseau\Library\SeenSheet;
use OCA\Reseau\Library\SheetAccess;
use OCA\Reseau\Library\ShowSheet;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberAccess;
use OCA\Reseau\Member\Editing\ShowCard;
use OCA\Reseau\Notice\NoticeAccess;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\ShowNotice;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Fold;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;

/** Puts things into the showcase, or takes them out, for people who may choose it. Taking out is possible also without a showcase. */
class ShowcaseChoices {
	public function __construct(
		private readonly Showcase $showcase,
		private readonly MemberAccess $cards,
		private readonly ShowCard $showCard,
		private readonly Groups $groups,
		private readonly ShowGroup $showGroup,
		private readonly ShowSheet $showSheet,
		private readonly SheetAccess $sheets,
		private readonly Notices $notices,
		private readonly NoticeAccess $noticeAccess,
		private readonly ShowNotice $showNotice,
	) {
	}

	/**
	 * @return array<string, mixed> ShowcaseChoiceSchema of src/showcase/model.ts
	 * @throws ReasonException not_found · not_yours
	 */
	public function ofCard(Viewer $viewer, int $id): array {
		$card = $this->cards->kept($viewer, $id);
		return $this->present($card->getShowcased() === true, $card->isPublic(), true, "people/$id");
	}

	/**
	 * @param array<array-key, mixed> $input `shown`; for a kept card `date` and `how` its person agreed
	 * @throws ReasonException not_found · not_yours · wrong_type · showcase_off · those of ShowCard
	 */
	public function chooseCard(Viewer $viewer, int $id, array $input): void {
		$card = $this->cards->kept($viewer, $id);
		if ($this->shown($input)) {
			$this->showCard->show($card, Input::string($input['date'] ?? '', 'date'), Input::string($input['how'] ?? '', 'how'), (string)$viewer->uid);
		} else {
			$this->showCard->hide($card, $viewer->uid);
		}
	}

	/**
	 * The person of a kept card chooses by their link.
	 *
	 * @throws ReasonException showcase_off · those of ShowCard
	 */
	public function chooseByLink(Member $card, bool $shown): void {
		if ($shown) {
			$this->showcase->requireAllowed();
			$this->showCard->show($card, '', '', null);
		} else {
			$this->showCard->hide($card, null);
		}
	}

	/**
	 * @return array<string, mixed> ShowcaseChoiceSchema
	 * @throws ReasonException not_found
	 */
	public function ofGroup(Viewer $viewer, int $id): array {
		$people = $this->groups->one($id);
		return $this->present($people->group->getShowcased() === true, $people->group->isPublic(), ShowGroup::may($viewer, $people), "groups/$id");
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException not_found · not_yours · wrong_type · showcase_off · those of ShowGroup
	 */
	public function chooseGroup(Viewer $viewer, int $id, array $input): void {
		self::requireChoice(ShowGroup::may($viewer, $this->groups->one($id)));
		$this->showGroup->choose($viewer, $id, $this->shown($input));
	}

	/**
	 * @return array<string, mixed> ShowcaseChoiceSchema
	 * @throws ReasonException not_found
	 */
	public function ofSheet(Viewer $viewer, int $fileId): array {
		return $this->presentSheet($viewer, $this->showSheet->seen($viewer, $fileId));
	}

	/** @return list<array{fileId: string, title: string}> the viewer's own stories that are in it */
	public function ownStories(Viewer $viewer): array {
		return $this->showSheet->ownShown($viewer);
	}

	/** @return list<array{fileId: string, title: string}> the stories of a person without an account that are in it */
	public function storiesOf(Member $author): array {
		return $this->showSheet->ownShown(new Viewer(null, $author->ownerId()));
	}

	/**
	 * The person of a kept card takes their story out of the showcase by their link.
	 *
	 * @return bool whether they are its author, and it is no longer in the showcase
	 */
	public function endStoryByLink(Member $author, int $fileId): bool {
		return $this->showSheet->endByLink($author->ownerId(), $fileId);
	}

	/** @return list<array{id: int, title: string}> the groups that are in it and that the viewer may take out, by title */
	public function ownGroups(Viewer $viewer): array {
		$groups = [];
		foreach ($this->groups->steered($viewer->facilitator || $viewer->groups !== [] ? $this->groups->showcased() : []) as $id => ['title' => $title, 'people' => $people]) {
			if ($viewer->facilitator || $people()->isFacilitatedBy($viewer->uid)) {
				$groups[] = ['id' => $id, 'title' => $title];
			}
		}
		usort($groups, static fn (array $a, array $b): int => [Fold::text($a['title']), $a['id']] <=> [Fold::text($b['title']), $b['id']]);
		return $groups;
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @return array<string, mixed> ShowcaseChoiceSchema
	 * @throws ReasonException not_found · not_yours · wrong_type · showcase_off · not_published · for_members_only
	 */
	public function chooseSheet(Viewer $viewer, int $fileId, array $input): array {
		self::requireChoice($this->showSheet->decides($viewer, $this->showSheet->seen($viewer, $fileId)));
		return $this->presentSheet($viewer, $this->showSheet->choose($viewer, $fileId, $this->shown($input)));
	}

	/**
	 * @return array<string, mixed> ShowcaseChoiceSchema
	 * @throws ReasonException not_found
	 */
	public function ofNotice(Viewer $viewer, int $id): array {
		$one = $this->noticeAccess->seen($viewer, $id);
		return $this->present($one->notice->getShowcased() === true, $this->notices->isPublic($one), ShowNotice::may($viewer, $one), "notices/$id");
	}

	/**
	 * @param array<array-key, mixed> $input `shown`; for the notice of a person without an account `date` and `how` they agreed
	 * @throws ReasonException not_found · not_yours · wrong_type · showcase_off · those of ShowNotice
	 */
	public function chooseNotice(Viewer $viewer, int $id, array $input): void {
		$this->noticeAccess->hosted($viewer, $id);
		$this->showNotice->choose($viewer, $id, $this->shown($input), Input::string($input['date'] ?? '', 'date'), Input::string($input['how'] ?? '', 'how'));
	}

	/** @return list<array{id: int, title: string}> the viewer's own notices that are in it */
	public function ownNotices(Viewer $viewer): array {
		return $viewer->memberId === null ? [] : $this->showNotice->shownOf($viewer->memberId);
	}

	/** @return list<array{id: int, title: string}> the notices of a person without an account that are in it */
	public function noticesOf(Member $author): array {
		return $this->showNotice->shownOf($author->ownerId());
	}

	/**
	 * The person of a kept card takes their notice out of the showcase by their link.
	 *
	 * @return bool whether they are its author, and it is no longer in the showcase
	 */
	public function endNoticeByLink(Member $author, int $id): bool {
		return $this->showNotice->endByLink($author->ownerId(), $id);
	}

	/**
	 * @param array<array-key, mixed> $input
	 * @throws ReasonException wrong_type · showcase_off
	 */
	private function shown(array $input): bool {
		$shown = Input::flag($input['shown'] ?? 'neither', 'shown');
		if ($shown) {
			$this->showcase->requireAllowed();
		}
		return $shown;
	}

	/**
	 * Checked before the input is read, so that the answer reveals nothing.
	 *
	 * @throws ReasonException not_yours
	 */
	private static function requireChoice(bool $may): void {
		if (!$may) {
			throw ReasonException::notYours();
		}
	}

	/** @return array{shown: bool, address: ?string, can: array{choose: bool}} */
	private function presentSheet(Viewer $viewer, SeenSheet $seen): array {
		$sheet = $seen->sheet;
		return $this->present($sheet->getShowcased() === true, $this->sheets->isPublic($sheet), $this->showSheet->may($viewer, $seen), "stories/{$sheet->getFileId()}");
	}

	/** @return array{shown: bool, address: ?string, can: array{choose: bool}} */
	private function present(bool $shown, bool $public, bool $may, string $page): array {
		return [
			'shown' => $shown,
			'address' => $public && $this->showcase->isOpen() ? $this->showcase->address($page) : null,
			'can' => ['choose' => $may],
		];
	}
}
