<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Sharing;

use OCA\Reseau\Group\GroupSearch;
use OCA\Reseau\Library\SheetSearch;
use OCA\Reseau\Member\Card\Person;
use OCA\Reseau\Member\People;
use OCA\Reseau\Member\Viewers;
use OCA\Reseau\Notice\AuthoredNotice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Search\Criteria;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Showcase\Showcase;
use OCA\Reseau\Showcase\ShowcaseChoices;
use OCP\IL10N;
use OCP\Share\IShare;
use OCP\Share\ShareReview\IShareReviewSource;
use OCP\Share\ShareReview\ShareReviewEntry;
use OCP\Share\ShareReview\ShareReviewPermission;

/**
 * What everybody can see in the public showcase, as shares by link: cards, groups, stories and notices, as visitors find them. Nothing while it is closed. To take one
 * out needs the same rights as in Réseau; an administrator without them can close the whole showcase.
 */
class ShowcaseShares implements IShareReviewSource {
	public function __construct(
		private readonly Viewers $viewers,
		private readonly Showcase $showcase,
		private readonly ShowcaseChoices $choices,
		private readonly People $people,
		private readonly GroupSearch $groups,
		private readonly SheetSearch $sheets,
		private readonly Notices $notices,
		private readonly IL10N $l,
	) {
	}

	public function getName(): string {
		return $this->l->t('Réseau');
	}

	public function getShares(): array {
		if (!$this->showcase->isOpen()) {
			return [];
		}
		return [
			...array_map(fn (Person $one): ShareReviewEntry => $this->entry("people/{$one->ownerId()}", $one->name, $one->ownerUid() ?? $one->stewardUid() ?? ''), $this->people->showcased()),
			...array_map(fn (array $one): ShareReviewEntry => $this->entry("groups/{$one['id']}", $one['title']), self::all($this->groups->showcase(...), 'groups')),
			...array_map(
				fn (array $one): ShareReviewEntry => $this->entry("stories/{$one['id']}", $one['title']),
				self::all(fn (string $cursor): array => $this->sheets->showcase(new Criteria(), $cursor), 'sheets'),
			),
			// Who wrote one is known only if they are in the showcase themselves.
			...array_map(fn (AuthoredNotice $one): ShareReviewEntry => $this->entry("notices/{$one->id()}", $one->notice->getTitle(), $one->author->isPublic() ? $one->author->getUid() ?? $one->author->getStewardUid() ?? '' : ''), $this->notices->public()),
		];
	}

	public function deleteShare(string $shareId): bool {
		$isOurs = preg_match('~^(people|groups|stories|notices)/(\d{1,18})\z~', $shareId, $found) === 1;
		[$kind, $id] = $isOurs ? [$found[1], (int)$found[2]] : ['', 0];
		$viewer = $this->viewers->current();
		$hidden = ['shown' => false];
		try {
			match ($kind) {
				'people' => $this->choices->chooseCard($viewer, $id, $hidden),
				'groups' => $this->choices->chooseGroup($viewer, $id, $hidden),
				'stories' => $this->choices->chooseSheet($viewer, $id, $hidden),
				'notices' => $this->choices->chooseNotice($viewer, $id, $hidden),
				default => throw ReasonException::notFound(),
			};
		} catch (ReasonException) {
			return false;
		}
		return true;
	}

	/** @param string $initiator account; empty where the page names nobody */
	private function entry(string $page, string $title, string $initiator = ''): ShareReviewEntry {
		// Without the time: the day of a choice belongs to the person's record of consents.
		return new ShareReviewEntry($page, $title, $initiator, IShare::TYPE_LINK, $page, 0, [new ShareReviewPermission('reseau:read', $this->l->t('Shown to everybody'))]);
	}

	/**
	 * @param callable(string): array<string, mixed> $page by the cursor
	 * @return list<array<string, mixed>> what all pages have under a name; those before one that meanwhile is no longer there
	 */
	private static function all(callable $page, string $name): array {
		$all = [];
		$cursor = '';
		do {
			try {
				$found = $page($cursor);
			} catch (ReasonException) {
				break;
			}
			array_push($all, ...$found[$name]);
			$cursor = $found['next'];
		} while ($cursor !== null);
		return $all;
	}
}
