<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Group;

use DateTime;
use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\Days;
use OCP\IL10N;

/**
 * What the page says of groups before its scripts are there: the same words as src/group/words.ts, both held to
 * tests/fixtures/rules/group-words.json. Groups come as GroupSummarySchema of src/group/model.ts.
 */
class GroupWords {
	public function __construct(
		private readonly CardWords $words,
		private readonly Days $days,
		private readonly IL10N $l,
	) {
	}

	public function status(string $status): string {
		return match ($status) {
			Group::FORMING => $this->l->t('Forming'),
			Group::ACTIVE => $this->l->t('Active'),
			Group::DORMANT => $this->l->t('At rest'),
			Group::CLOSED => $this->l->t('Closed'),
			default => '',
		};
	}

	/**
	 * Who facilitates a group, in a line; empty where there is nobody one may see.
	 *
	 * @param list<array{name: string, until: ?string}> $facilitators
	 */
	public function facilitated(array $facilitators, bool $terms): string {
		return $facilitators === [] ? '' : CardWords::fill($this->l->t('facilitated by {names}'), [
			'names' => $this->words->list(array_map(fn (array $one): string => $terms && $one['until'] !== null
				? CardWords::fill($this->l->t('{name} (until {date})'), ['name' => $one['name'], 'date' => $this->date($one['until'])])
				: $one['name'], $facilitators)),
		]);
	}

	/** @param array<string, mixed> $group */
	public function stateLine(array $group): string {
		return implode(' · ', array_filter([$this->status($group['status']), $this->facilitated($group['facilitators'], true)]));
	}

	/** @param ?array<string, mixed> $mine MyMembershipSchema */
	public function mine(?array $mine): string {
		return match ($mine['state'] ?? '') {
			Membership::INVITED => $this->l->t('You are invited'),
			Membership::REQUESTED => $this->l->t('You have asked to come in'),
			Membership::ACTIVE => $mine['facilitates'] ? $this->l->t('You facilitate it') : $this->l->t('You are in it'),
			Membership::UNSIGNED => $this->l->t('You are in its team, without an engagement'),
			default => '',
		};
	}

	/**
	 * Whether what somebody engaged for is over; a day counts until its end.
	 *
	 * @param ?array<string, mixed> $mine
	 */
	public function isOver(?array $mine): bool {
		return ($mine['state'] ?? '') === Membership::ACTIVE && $mine['until'] !== null && $mine['until'] < $this->days->today();
	}

	public function over(string $until): string {
		return CardWords::fill($this->l->t('Your engagement ended on {date}'), ['date' => $this->date($until)]);
	}

	/** @param array<string, mixed> $row RosterRowSchema */
	public function engagedOn(array $row): string {
		$as = $row['role'] !== '' ? $row['role'] : ($row['facilitates'] ? $this->l->t('facilitates the group') : '');
		return implode(' · ', array_filter([$as, $row['commitment']], static fn (string $text): bool => $text !== ''));
	}

	/** @param array<string, mixed> $row */
	public function left(array $row): string {
		$text = match (true) {
			$row['exitNote'] !== '' => $this->l->t('{name} left the group on {date}: “{note}”'),
			$row['leftInTeams'] => $this->l->t('{name} left the team in Nextcloud on {date}.'),
			default => $this->l->t('{name} left the group on {date}.'),
		};
		return CardWords::fill($text, ['name' => $row['member']['name'], 'date' => $this->date($row['left']), 'note' => $row['exitNote']]);
	}

	/** @param array<string, mixed> $mine */
	public function invited(array $mine): string {
		$by = $mine['invitedBy']['name'] ?? null;
		return CardWords::fill(match (true) {
			$mine['facilitates'] && $by !== null => $this->l->t('{name} asks you to facilitate this group. You are in it once you say yes.'),
			$mine['facilitates'] => $this->l->t('You are asked to facilitate this group. You are in it once you say yes.'),
			$by !== null => $this->l->t('{name} invites you into this group. You are in it once you say yes.'),
			default => $this->l->t('You are invited into this group. You are in it once you say yes.'),
		}, ['name' => (string)$by]);
	}

	/** What a group's state means, where it is not simply active. */
	public function statusSentence(string $status): string {
		return match ($status) {
			Group::DORMANT => $this->l->t('This group is at rest. Its people, its board and its folder are still there.'),
			Group::CLOSED => $this->l->t('This group is closed: nobody comes into it any more. What it has done can still be read.'),
			default => '',
		};
	}

	/**
	 * The one thing to do for who is not in a group but may come in.
	 *
	 * @param array<string, mixed> $group
	 */
	public function join(array $group): string {
		return match ($group['mine']['state'] ?? '') {
			Membership::INVITED => $this->l->t('Answer the invitation'),
			Membership::UNSIGNED => $this->l->t('Say what I engage for'),
			Membership::ACTIVE, Membership::REQUESTED => '',
			default => $group['join'] === 'open' ? $this->l->t('Join') : $this->l->t('Ask to join'),
		};
	}

	/** “24 novembre 2026” for YYYY-MM-DD. */
	public function date(string $day): string {
		return (string)$this->l->l('date', new DateTime("$day 12:00"), ['width' => 'long']);
	}
}
