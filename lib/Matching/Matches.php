<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Meaning;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Card\MemberIndex;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Member\People;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Notice\Notices;
use OCA\Reseau\Notice\NoticesNear;
use OCA\Reseau\Search\Alike;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Vocabulary\Themes;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * Which people could meet. Only what the viewer may see of others is read, so nothing hidden makes a match, gives a reason or changes the order. Cards that the
 * viewer decides about are left out, because the viewer sees all of them.
 */
class Matches {
	/** Cards read and compared in full. */
	private const CANDIDATES = 30;

	/** Authors of notices among them. */
	private const AUTHORS = 10;

	private ?PortraitReader $reader = null;

	public function __construct(
		private readonly People $people,
		private readonly MemberPresenter $presenter,
		private readonly Alike $alike,
		private readonly Vocabulary $vocabulary,
		private readonly DeclineMapper $declines,
		private readonly Notices $notices,
		private readonly NoticesNear $near,
		private readonly KnowledgeBase $knowledge,
	) {
	}

	/**
	 * @param Member $subject the card to find people for, which the viewer decides about
	 * @return array<int, array{card: array<string, mixed>, reason: MatchReason}> by member, the best first; the card as MemberPresenter::listed() made it
	 */
	public function of(Viewer $viewer, Member $subject, int $most): array {
		return $this->find($viewer, $subject, $this->mine($viewer, $subject), $most);
	}

	/**
	 * Matches of one notice of the person: for what it offers, or asks for.
	 *
	 * @return array<int, array{card: array<string, mixed>, reason: MatchReason}>
	 */
	public function ofNotice(Viewer $viewer, Member $subject, Notice $notice, int $most): array {
		return $this->find($viewer, $subject, $this->asking($viewer, $subject, $notice), $most);
	}

	/**
	 * People with an offer that surely fits what a notice asks for, by what every member sees: the same people, whatever others hide.
	 *
	 * @param Member $author of the notice
	 * @return list<Member>
	 */
	public function helpersOf(Member $author, Notice $notice): array {
		$viewer = Viewer::anyMember();
		$mine = $this->asking($viewer, $author, $notice);
		$others = $this->people->byIds(array_slice($this->candidates($viewer, $mine, 0), 0, self::CANDIDATES));
		unset($others[$author->ownerId()]);
		return array_values(array_intersect_key($others, array_filter($this->compare($viewer, $mine, $others, self::CANDIDATES), self::isHelped(...))));
	}

	/**
	 * The offer of the viewer's card that surely fits what a notice asks for.
	 *
	 * @param Member $author of the notice, which the viewer sees
	 */
	public function findHelp(Viewer $viewer, Member $own, Member $author, Notice $notice): ?Pair {
		$mine = $this->reader()->read(['seeks' => []] + $this->presenter->listed($viewer, $own));
		$found = $this->best($mine, [$this->asking($viewer, $author, $notice)], 1, Recipe::ENOUGH);
		$pair = ($found[0] ?? null)?->iOffer;
		return $pair?->degree === Degree::Sure ? $pair : null;
	}

	/** What a notice asks for, and of the card of its author only what no need or offer is. */
	private function asking(Viewer $viewer, Member $author, Notice $notice): Portrait {
		return $this->reader()->read(['seeks' => [], 'offers' => []] + $this->presenter->listed($viewer, $author), notices: [$notice]);
	}

	/** @param array{card: array<string, mixed>, reason: MatchReason} $match */
	private static function isHelped(array $match): bool {
		return $match['reason']->theyOffer?->degree === Degree::Sure;
	}

	/**
	 * People who could meet a person by what that person says aloud, with what every member sees of others: everyone in the room reads the answer.
	 *
	 * @param array<string, mixed> $spoken `seeks` and `offers`, with the parts of the person's card that every member sees
	 * @param list<int> $except cards
	 * @return array<int, array{card: array<string, mixed>, reason: MatchReason}>
	 */
	public function forSpoken(array $spoken, array $except, int $most): array {
		$viewer = Viewer::anyMember();
		$mine = $this->reader()->read($spoken);
		$ids = array_diff($this->candidates($viewer, $mine, count($except)), $except);
		return $this->compare($viewer, $mine, $this->people->byIds(array_slice(array_values($ids), 0, self::CANDIDATES)), $most, Recipe::ENOUGH_IN_A_ROOM);
	}

	/**
	 * People in a room who could meet a person, by what they all said.
	 *
	 * @param array<string, mixed> $spoken as in forSpoken()
	 * @param array<int, array<string, mixed>> $others the others, in the same form
	 * @return array<int, MatchReason> by key of the others, the best first
	 */
	public function amongSpoken(array $spoken, array $others, int $most): array {
		$mine = $this->reader()->read($spoken);
		return $this->best($mine, array_map(fn (array $one): Portrait => $this->reader()->read($one, $mine), $others), $most, Recipe::ENOUGH_IN_A_ROOM, Recipe::PERHAPS_IN_A_ROOM);
	}

	/** What the person seeks and offers, on their card and in their open notices. */
	private function mine(Viewer $viewer, Member $subject): Portrait {
		$notices = $this->notices->openOf($viewer, [$subject->ownerId() => $subject])[$subject->ownerId()] ?? [];
		return $this->reader()->read($this->presenter->listed($viewer, $subject), notices: $notices);
	}

	/** @return array<int, array{card: array<string, mixed>, reason: MatchReason}> */
	private function find(Viewer $viewer, Member $subject, Portrait $mine, int $most): array {
		if ($mine->seeks === [] && $mine->offers === []) {
			return [];
		}
		$declined = $this->declinedBy($subject);
		$ids = array_diff($this->candidates($viewer, $mine, count($declined)), $declined);
		return $this->compare($viewer, $mine, $this->people->byIds(array_slice(array_values($ids), 0, self::CANDIDATES)), $most);
	}

	/** @return list<int> cards that are not suggested to a person because they declined them */
	public function declinedBy(Member $person): array {
		return array_map(static fn (Decline $decline): int => $decline->getOtherId(), $this->declines->findOf($person->ownerId()));
	}

	/** Why these two could meet; null if there is no good reason, or if it was declined. */
	public function between(Viewer $viewer, Member $subject, Member $other): ?MatchReason {
		return $this->declines->has($subject->ownerId(), $other->ownerId()) ? null : $this->reason($viewer, $subject, $other);
	}

	/** Why these two could meet, declined or not. */
	public function reason(Viewer $viewer, Member $subject, Member $other): ?MatchReason {
		$mine = $this->mine($viewer, $subject);
		return $this->compare($viewer, $mine, [$other->ownerId() => $other], 1)[$other->ownerId()]['reason'] ?? null;
	}

	/**
	 * @param array<int, Member> $others
	 * @return array<int, array{card: array<string, mixed>, reason: MatchReason}>
	 */
	private function compare(Viewer $viewer, Portrait $mine, array $others, int $most, float $enough = Recipe::ENOUGH): array {
		$cards = [];
		foreach ($others as $id => $other) {
			if ($other->isShown() && !Visibility::keeps($viewer, $other)) {
				$cards[$id] = $this->presenter->listed($viewer, $other);
			}
		}
		$notices = $this->notices->openOf($viewer, array_intersect_key($others, $cards));
		$portraits = [];
		foreach ($cards as $id => $card) {
			$portraits[$id] = $this->reader()->read($card, $mine, $notices[$id] ?? []);
		}
		$found = [];
		foreach ($this->best($mine, $portraits, $most, $enough) as $id => $reason) {
			$found[$id] = ['card' => $cards[$id], 'reason' => $reason];
		}
		return $found;
	}

	/**
	 * @param array<int, Portrait> $portraits
	 * @return array<int, MatchReason> the best first
	 */
	private function best(Portrait $mine, array $portraits, int $most, float $enough, float $perhaps = Meaning::PERHAPS): array {
		// Only the words that decide are counted.
		$words = array_map(strval(...), array_keys((new Recipe([], $enough))->words($mine, $portraits)));
		$counts = $this->alike->spread(MemberIndex::TYPE, $words);
		return (new Recipe(Rarity::of(array_diff_key($counts, ['' => 0]), $counts['']), $enough, $perhaps))->matches($mine, $portraits, $most);
	}

	/**
	 * People who share a theme, a public or a situation with what this person seeks or offers, or whose needs have words of a theme that this person offers; people
	 * who have published a notice on one of these themes come first.
	 *
	 * @param int $declined how many of them may be declined
	 * @return list<int>
	 */
	private function candidates(Viewer $viewer, Portrait $mine, int $declined): array {
		$seek = $offer = [];
		foreach ($mine->seeks as $item) {
			$offer += $item->themes + $item->spoken + ($item->kind === 'time' ? $item->publics : []);
		}
		foreach ($mine->offers as $item) {
			$seek += $item->themes + ($item->kind === 'time' ? $item->publics : []);
		}
		$authors = array_slice($this->near->authors($viewer, array_map(strval(...), array_keys($seek + $offer))), 0, self::AUTHORS);
		$most = self::CANDIDATES + $declined;
		$byTheme = $this->alike->find(
			MemberIndex::TYPE,
			$viewer,
			['offer' => array_map(strval(...), array_keys($offer)), 'seek' => array_map(strval(...), array_keys($seek))],
			['seeks' => $this->reader()->themes->words($seek)],
			$most,
		);
		$about = $this->alike->findAbout(MemberIndex::TYPE, $viewer, ['offer' => $this->subjects($mine->seeks), 'seek' => $this->subjects($mine->offers)], $most);
		// One of each in turn.
		$both = array_merge(...array_map(null, array_pad($byTheme, $most, null), array_pad($about, $most, null)));
		return array_values(array_unique([...$authors, ...array_filter($both, is_int(...))]));
	}

	/**
	 * @param list<Item> $items
	 * @return array<int, int> as Knowledge::subjectsOf()
	 */
	private function subjects(array $items): array {
		return $this->knowledge->get()->subjectsOf(...array_column($items, 'meaning'));
	}

	private function reader(): PortraitReader {
		if ($this->reader === null) {
			$words = $this->vocabulary->remember('theme words', $this->themeWords(...));
			$this->reader = new PortraitReader(new Themes($words['themes'], $words['tokens']), $words['lists'], $this->knowledge->get());
		}
		return $this->reader;
	}

	/** @return array{themes: array<array-key, mixed>, tokens: array<array-key, list<string>>, lists: array<array-key, string>} */
	private function themeWords(): array {
		$themes = Themes::fold($this->vocabulary->themeWords());
		return ['themes' => $themes, 'tokens' => Themes::tokens($themes), 'lists' => $this->vocabulary->lists()];
	}
}
