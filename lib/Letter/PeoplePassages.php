<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;

/** People and organisations that joined, as far as their card is shown: a name, and what every member may read in a line or two. */
class PeoplePassages implements PassageSource {
	public function __construct(
		private readonly People $people,
		private readonly MemberPresenter $presenter,
	) {
	}

	public function found(Viewer $viewer, Period $period): array {
		return [Passage::PERSON => $this->people->joinedBetween($period->from, $period->until, self::MOST)];
	}

	public function read(array $ids, LetterWords $words): array {
		$shown = array_filter($this->people->byIds($ids[Passage::PERSON] ?? []), static fn (Member $member): bool => $member->isShown());
		return array_map(fn (Member $member): Passage => $this->passage($member, $words), array_values($shown));
	}

	private function passage(Member $member, LetterWords $words): Passage {
		$anyMember = Viewer::anyMember();
		$card = $this->presenter->listed($anyMember, $member);
		$content = $this->content($anyMember, $member);
		// A reader who is not a member sees the passage only if the person shows everyone all of it, and more than a name.
		$everyone = array_filter($content) !== [] && $content === $this->content(new Viewer(null), $member);
		[$line, $seeks, $offers] = $content;
		$items = [...$card['seeks'] ?? [], ...$card['offers'] ?? []];
		return new Passage(
			Passage::PERSON,
			$member->ownerId(),
			LetterWords::plain($member->getName()),
			self::withKind($member, $line, $words),
			implode("\n", array_filter([
				$seeks === '' ? '' : $words->l->t('Looks for: %s', [$seeks]),
				$offers === '' ? '' : $words->l->t('Offers: %s', [$offers]),
			])),
			"members/{$member->ownerId()}",
			(int)strtotime("{$member->getJoined()} 12:00 UTC"),
			$everyone ? Reach::Everyone : Reach::Members,
			'',
			['places' => $card['territories'] ?? [], 'terms' => array_values(array_unique(array_merge($card['sectors'] ?? [], ...array_column($items, 'terms')))), 'groups' => []],
			static fn (Viewer $viewer): bool => Visibility::relation($viewer, $member) !== null && ($viewer->uid !== null || $everyone),
			[$member->getName(), ...$content],
		);
	}

	/** @return array{string, string, string} a line, and what they seek and offer first, as far as a viewer may read it */
	private function content(Viewer $viewer, Member $member): array {
		$card = $this->presenter->listed($viewer, $member);
		return [
			LetterWords::plain($this->presenter->line($viewer, $member)),
			LetterWords::text($card['seeks'][0]['text'] ?? ''),
			LetterWords::text($card['offers'][0]['text'] ?? ''),
		];
	}

	/** Says first that it is an organisation. */
	private static function withKind(Member $member, string $line, LetterWords $words): string {
		return match (true) {
			!$member->isOrganisation() => $line,
			$line === '' => $words->l->t('Organisation'),
			default => $words->l->t('Organisation · %s', [$line]),
		};
	}
}
