<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Notice;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Knowledge\Meaning;
use OCA\Reseau\Knowledge\Side;
use OCA\Reseau\Member\Card\Member;
use OCA\Reseau\Search\Alike;
use OCA\Reseau\Shared\Audience\Viewer;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Territory\Territories;
use OCA\Reseau\Vocabulary\Vocabulary;

/**
 * Open notices of others that what a person offers fits, near them, or on the themes of their card: first what is urgent near them or fits, then the rest of
 * what fits, then those that are both near and on their themes, then the newest.
 */
class NoticesNear {
	/** A region is too large to be near. */
	private const NEAR = ['commune', 'epci', 'departement'];

	/** The number of newest notices of each kind, and of those that are most about what the person offers. */
	public const READ = 20;

	public function __construct(
		private readonly Notices $notices,
		private readonly NoticeMapper $mapper,
		private readonly NoticeWords $words,
		private readonly Vocabulary $vocabulary,
		private readonly Territories $territories,
		private readonly KnowledgeBase $knowledge,
		private readonly Alike $alike,
		private readonly Days $days,
	) {
	}

	/** @return list<array{id: int, title: string, line: string, by: string, reason: string, urgent?: string}> HomeNoticeSchema of src/member/home/model.ts */
	public function of(Viewer $viewer, Member $own, int $most): array {
		$today = $this->days->today(uid: $viewer->uid);
		return array_map(function (NearNotice $near) use ($today): array {
			$notice = $near->one->notice;
			$day = $notice->getNeededBy();
			$needed = $day === null || $day < $today ? '' : $this->words->needed($day, $today);
			$urgent = NoticeRules::isUrgent($notice, $today);
			return [
				'id' => $near->one->id(),
				'title' => $notice->getTitle(),
				'line' => $this->words->line($near->one) . ($needed === '' || $urgent ? '' : " · $needed"),
				'by' => $near->one->author->getName(),
				'reason' => $near->reason,
			] + ($urgent ? ['urgent' => $needed] : []);
		}, $this->find($viewer, $own, $most));
	}

	/** @return list<NearNotice> */
	public function find(Viewer $viewer, Member $own, int $most): array {
		[$places, $themes, $offers] = $this->interests($own);
		$today = $this->days->today(uid: $viewer->uid);
		$found = $this->mapper->with(
			$viewer,
			['territory' => $places, 'term' => $themes, NoticeMapper::NEEDED => $places],
			self::READ,
			[$today, Days::after($today, '+' . NoticeRules::URGENT . ' days')],
		);
		[$near, $theme, $needed] = array_map(array_keys(...), [$found['territory'], $found['term'], $found[NoticeMapper::NEEDED]]);
		$about = $offers === [] ? [] : $this->alike->findAbout(
			NoticeIndex::TYPE,
			$viewer,
			['seek' => $this->knowledge->get()->subjectsOf(...$offers)],
			self::READ,
			$this->mapper->idsUnlisted($viewer),
		);
		$both = array_intersect($near, $theme);
		$rest = array_diff(array_unique([...$near, ...$theme]), $both);
		rsort($rest);
		$newest = array_slice([...$both, ...$rest], 0, $most);
		// Each is read once.
		$read = $this->notices->some(array_values(array_unique([...$needed, ...$about, ...$newest])));
		$fits = [];
		foreach ($about as $id) {
			$one = $read[$id] ?? null;
			$fit = $one === null || $one->isKeptBy($viewer) ? 0.0 : $this->fit($offers, $one->notice);
			if ($fit >= Meaning::SURE) {
				$fits[$id] = $fit;
			}
		}
		arsort($fits);
		$urgent = array_filter($read, static fn (AuthoredNotice $one): bool => NoticeRules::isUrgent($one->notice, $today) && (isset($fits[$one->id()]) || in_array($one->id(), $needed, true)));
		uasort($urgent, static fn (AuthoredNotice $a, AuthoredNotice $b): int => [$a->notice->getNeededBy(), $b->id()] <=> [$b->notice->getNeededBy(), $a->id()]);
		$shown = [];
		foreach (array_slice(array_unique([...array_keys($urgent), ...array_keys($fits), ...$newest]), 0, $most) as $id) {
			$reason = isset($read[$id]) ? $this->reasonAmong($read[$id]->notice, $places, $themes, $offers) : null;
			if ($reason !== null) {
				$shown[] = new NearNotice($read[$id], $reason);
			}
		}
		return $shown;
	}

	/** @return ?string why a notice is for this person, as in NearNotice; null: it is not */
	public function reason(Member $own, Notice $notice): ?string {
		return $this->reasonAmong($notice, ...$this->interests($own));
	}

	/**
	 * Authors of open notices on some themes.
	 *
	 * @param list<string> $terms
	 * @return list<int> people, the authors of the newest notices first
	 */
	public function authors(Viewer $viewer, array $terms): array {
		return array_values(array_unique($this->mapper->with($viewer, ['term' => $terms], self::READ)['term']));
	}

	/**
	 * @param list<string> $places
	 * @param list<string> $themes
	 * @param list<Meaning> $offers
	 */
	private function reasonAmong(Notice $notice, array $places, array $themes, array $offers): ?string {
		if ($this->fit($offers, $notice) >= Meaning::SURE) {
			return 'offers';
		}
		$near = array_intersect($this->around($notice->places()), $places) !== [];
		$theme = array_intersect($this->vocabulary->resolveAll($notice->words()), $themes) !== [];
		return match (true) {
			$near && $theme => 'both',
			$near => 'near',
			$theme => 'theme',
			default => null,
		};
	}

	/**
	 * How well what is offered answers what a notice asks for. As in matching, only its title counts: its text covers many subjects.
	 *
	 * @param list<Meaning> $offers
	 */
	private function fit(array $offers, Notice $notice): float {
		if ($offers === [] || !NoticeRules::seeks($notice)) {
			return 0.0;
		}
		$need = $this->knowledge->get()->readText($notice->getTitle(), Side::Need);
		return max(array_map($need->fit(...), $offers));
	}

	/** @return array{list<string>, list<string>, list<Meaning>} the places near a person, the themes of their card, and what they offer */
	private function interests(Member $own): array {
		$parts = $own->cardParts();
		$near = array_filter($this->around($parts['territories'] ?? []), static fn (string $place): bool => in_array(explode(':', $place)[0], self::NEAR, true));
		$terms = array_merge($parts['sectors'] ?? [], ...array_column([...$parts['seeks'] ?? [], ...$parts['offers'] ?? []], 'terms'));
		return [
			array_values($near),
			$this->vocabulary->resolveAll($terms, ...Vocabulary::SUBJECTS),
			array_map(fn (array $item): Meaning => $this->knowledge->get()->readText($item['text'], Side::Help, $item['about'] ?? null), $parts['offers'] ?? []),
		];
	}

	/**
	 * @param list<array{kind: string, code: string}> $places
	 * @return list<string> these territories and those around them, as terms of the search index
	 */
	private function around(array $places): array {
		$terms = [];
		foreach ($places as $place) {
			foreach ($this->territories->around($place['kind'], $place['code']) as $around) {
				$terms[] = "{$around['kind']}:{$around['code']}";
			}
		}
		return array_values(array_unique($terms));
	}
}
