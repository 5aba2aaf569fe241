<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Matching;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Member\Directory\MemberPresenter;
use OCA\Reseau\Notice\Notice;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Excerpt;
use OCA\Reseau\Shared\FixedSpaces;
use OCP\IL10N;

/** Matches with their reason: the only way they leave the server. */
class MatchPresenter {
	/** Characters of what is sought, or offered, in a reason. */
	private const LONGEST = 160;

	public function __construct(
		private readonly Matches $matches,
		private readonly MemberPresenter $presenter,
		private readonly IL10N $l,
	) {
	}

	/** A presenter in another language than that of the request. */
	public function in(IL10N $l): self {
		return new self($this->matches, $this->presenter, $l);
	}

	/**
	 * @param Member $subject the card to find people for, which the viewer decides about
	 * @return list<array<string, mixed>> MatchSchema of src/member/home/model.ts, the best first
	 */
	public function list(Viewer $viewer, Member $subject, int $most): array {
		return $this->all($viewer, $subject, $this->matches->of($viewer, $subject, $most));
	}

	/**
	 * @param Member $subject author of the notice
	 * @return list<array<string, mixed>> MatchSchema
	 */
	public function ofNotice(Viewer $viewer, Member $subject, Notice $notice, int $most): array {
		return $this->all($viewer, $subject, $this->matches->ofNotice($viewer, $subject, $notice, $most));
	}

	/**
	 * @param array<int, array{card: array<string, mixed>, reason: MatchReason}> $matches
	 * @return list<array<string, mixed>> MatchSchema
	 */
	private function all(Viewer $viewer, Member $subject, array $matches): array {
		return array_map(
			fn (array $match): array => ['member' => $this->presenter->summary($match['card'])] + $this->why($viewer, $subject, (string)$match['card']['name'], $match['reason']),
			array_values($matches),
		);
	}

	/** @return ?array<string, mixed> MatchSchema, null if there is no good reason */
	public function between(Viewer $viewer, Member $subject, Member $other): ?array {
		$reason = $this->matches->between($viewer, $subject, $other);
		return $reason === null ? null
			: ['member' => $this->presenter->summary($this->presenter->listed($viewer, $other))] + $this->why($viewer, $subject, $other->getName(), $reason);
	}

	/** @return ?string why an offer of the viewer surely fits what a notice asks for, in one sentence; null: none does */
	public function explainHelp(Viewer $viewer, Member $own, Member $author, Notice $notice): ?string {
		$pair = $this->matches->findHelp($viewer, $own, $author, $notice);
		return $pair === null ? null : $this->reason($viewer, $own, $author->getName(), $pair, false);
	}

	/** @return list<string> why these two could meet, a sentence for each direction; declined or not */
	public function reasons(Viewer $viewer, Member $subject, Member $other): array {
		$reason = $this->matches->reason($viewer, $subject, $other);
		$pairs = $reason === null ? [] : array_filter([$reason->theyOffer, $reason->iOffer]);
		usort($pairs, static fn (Pair $a, Pair $b): int => $b->strength <=> $a->strength);
		return array_map(fn (Pair $pair): string => $this->reason($viewer, $subject, $other->getName(), $pair, $pair === $reason?->theyOffer), $pairs);
	}

	/** @return ?string what a person seeks and the other offers, as it was written; null if there is nothing */
	public function sought(Viewer $viewer, Member $subject, Member $other): ?string {
		return $this->matches->reason($viewer, $subject, $other)?->theyOffer?->seek->text;
	}

	/** @return array<string, mixed> */
	private function why(Viewer $viewer, Member $subject, string $name, MatchReason $reason): array {
		$best = $reason->best();
		$other = $best === $reason->theyOffer ? $reason->iOffer : $reason->theyOffer;
		$theirs = ($best === $reason->theyOffer ? $best->offer : $best->seek)->notice;
		return [
			'seek' => $best->seek->text,
			'offer' => $best->offer->text,
			'direction' => $reason->direction()->value,
			'degree' => $reason->degree()->value,
			'given' => ($best === $reason->theyOffer ? Direction::TheyOffer : Direction::IOffer)->value,
			'reason' => $this->reason($viewer, $subject, $name, $best, $best === $reason->theyOffer),
		] + ($theirs === null ? [] : ['notice' => $theirs])
			+ ($other === null ? [] : ['back' => ['seek' => $other->seek->text, 'offer' => $other->offer->text]]);
	}

	/** The reason in one sentence, in the reader's language. */
	private function reason(Viewer $viewer, Member $subject, string $name, Pair $pair, bool $theyOffer): string {
		if ($subject->ownerId() !== $viewer->memberId) {
			return $this->sentence($subject->getName(), $name, $pair, $theyOffer);
		}
		return CardWords::fill(
			$theyOffer ? $this->l->t('You seek “{seek}” — {name} offers “{offer}”.') : $this->l->t('{name} seeks “{seek}” — you offer “{offer}”.'),
			['name' => $name] + self::texts($pair),
		);
	}

	/** The reason about two people, by their names. */
	public function sentence(string $subject, string $name, Pair $pair, bool $theyOffer): string {
		return CardWords::fill(
			$theyOffer ? $this->l->t('{subject} seeks “{seek}” — {name} offers “{offer}”.') : $this->l->t('{name} seeks “{seek}” — {subject} offers “{offer}”.'),
			['name' => $name, 'subject' => $subject] + self::texts($pair),
		);
	}

	/** @return array{seek: string, offer: string} */
	private static function texts(Pair $pair): array {
		return ['seek' => self::short($pair->seek->text), 'offer' => self::short($pair->offer->text)];
	}

	private static function short(string $text): string {
		return FixedSpaces::in(rtrim(Excerpt::of($text, self::LONGEST), '.'));
	}
}
