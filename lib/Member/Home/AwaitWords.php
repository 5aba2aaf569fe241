<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Home;

use OCA\Reseau\Member\Card\CardWords;
use OCA\Reseau\Shared\DateWords;
use OCA\Reseau\Shared\FixedSpaces;
use OCP\IL10N;

/** What waits for a person, in words: the same as src/member/home/words.ts; tests/fixtures/rules/awaits.json checks both. */
class AwaitWords {
	/** The page with all lines of a kind. */
	private const PLACES = [
		'group_invited' => '/groups', 'group_kept_invited' => '/groups', 'group_unsigned' => '/groups', 'group_over' => '/groups', 'group_requests' => '/groups', 'ask_questions' => '/groups', 'minutes' => '/minutes', 'charter_asked' => '/charter', 'letter' => '/notifications', 'messages' => '/messages', 'notice_ending' => '/notices/mine', 'notice_unanswered' => '/notices/mine', 'said' => '/said', 'said_pairs' => '/said', 'reports' => '/messages/reported', 'visitors' => '/visitors',
		'introductions' => '/matches', 'outcomes' => '/matches', 'mediations' => '/mediations', 'consents' => '/kept', 'kept_due' => '/kept',
	];

	public function __construct(
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param array<string, mixed> $line AwaitSchema of src/member/home/model.ts
	 * @return array{sentence: string, buttons: list<string>, action: string, to: string} `to` is where the action leads, within the app
	 */
	public function of(array $line): array {
		if (isset($line['others'])) {
			return [
				'sentence' => $this->l->n('And %n other.', 'And %n others.', $line['others']),
				'buttons' => [],
				'action' => $this->l->t('See all of them'),
				'to' => $this->place($line),
			];
		}
		[$sentence, $action] = $this->texts($line);
		return ['sentence' => $sentence, 'buttons' => $this->buttons($line['kind']), 'action' => $action, 'to' => $this->place($line)];
	}

	/**
	 * @param array<string, mixed> $line
	 * @return array{string, string}
	 */
	private function texts(array $line): array {
		$count = $line['count'] ?? 0;
		return match ($line['kind']) {
			'card_draft' => [$this->l->t('Your card is a draft: no one else sees it yet.'), $this->l->t('Review and show it')],
			'card_paused' => [$this->l->t('Your card is paused: no one else sees it and nothing is lost.'), $this->l->t('Go to my card')],
			'card_withdrawn' => [$this->l->t('Your card is withdrawn: no one else sees it.'), $this->l->t('Go to my card')],
			'still_true' => [$this->l->t('Your card has not changed for a year. Is it still true?'), $this->l->t('Review my card')],
			'charter_asked' => [$this->l->t('The network’s charter is waiting for you to accept it.'), ''],
			'letter' => [$this->l->t('The network sends a letter by email now and then: what has changed, who is new, what is looked for. Do you want it?'), ''],
			'messages' => [$this->message($line), $this->l->t('Reply')],
			'notice_unanswered' => [$this->l->n('%n notice of yours has had no answer for a week.', '%n notices of yours have had no answer for a week.', $count), $this->l->t('See what else can be done')],
			'notice_ending' => [$this->l->n('%n notice ends soon.', '%n notices end soon.', $count), $this->l->t('Go to my notices')],
			'said' => [$this->spoken($line), ''],
			'said_pairs' => [$this->spoken($line), ''],
			'reports' => [
				$this->l->n('%n conversation was reported to the facilitators.', '%n conversations were reported to the facilitators.', $count),
				$this->l->t('Read and decide'),
			],
			'visitors' => [$this->l->n('%n visitor of the public showcase wrote and has no answer yet.', '%n visitors of the public showcase wrote and have no answer yet.', $count), $this->l->t('Read and answer')],
			'introductions' => [$this->introduction($line), $this->l->t('Read and answer')],
			'outcomes' => [
				$this->l->n('%n introduction was some weeks ago: what came of it?', '%n introductions were some weeks ago: what came of them?', $count),
				$this->l->t('Say what came of it'),
			],
			'mediations' => [
				$this->l->n('%n introduction is waiting for a facilitator.', '%n introductions are waiting for a facilitator.', $count),
				$this->l->t('Go to the introductions'),
			],
			'kept_due' => [$this->l->n('%n card you keep is more than a year old.', '%n cards you keep are more than a year old.', $count), $this->l->t('Go to the cards I keep')],
			'consents' => [$this->l->n('%n card you keep is waiting for an agreement.', '%n cards you keep are waiting for an agreement.', $count), $this->l->t('Go to the cards I keep')],
			'ask_questions' => [self::fill(isset($line['by']) ? $this->l->t('{by}, invited by you to “{group}”, asks: “{text}”') : $this->l->t('Someone you invited to “{group}” asks: “{text}”'), $line), $this->l->t('Reply')],
			'minutes' => $line['minutes']['undoing']
				? [self::fill($this->l->t('What was created from the minutes “{text}” is not all undone.'), $line), $this->l->t('Finish undoing')]
				: [self::fill($this->l->t('The groups of the minutes “{text}” are not all created.'), $line), $this->l->t('Resume')],
			default => $this->inGroup($line),
		};
	}

	/**
	 * @param array<string, mixed> $line
	 * @return array{string, string}
	 */
	private function inGroup(array $line): array {
		$text = match ($line['kind']) {
			'group_invited' => isset($line['by']) ? $this->l->t('{by} invites you to “{group}”.') : $this->l->t('You are invited to “{group}”.'),
			'group_kept_invited' => isset($line['by']) ? $this->l->t('{by} invites {name}, whose card you keep, to “{group}”.') : $this->l->t('{name}, whose card you keep, is invited to “{group}”.'),
			'group_unsigned' => $this->l->t('You are in the team of “{group}” without having said what you are committing to.'),
			'group_over' => $this->l->t('Your commitment in “{group}” has ended.'),
			'group_requests' => isset($line['text']) ? $this->l->t('{name} is asking to join “{group}”: “{text}”') : $this->l->t('{name} is asking to join “{group}”.'),
		};
		return [self::fill($text, $line), match ($line['kind']) {
			'group_invited' => $this->l->t('Accept or decline'),
			'group_kept_invited' => $this->l->t('Go to the group'),
			'group_unsigned' => $this->l->t('Enter it, or leave'),
			'group_over' => $this->l->t('Leave the group'),
			'group_requests' => $this->l->t('See the card'),
		}];
	}

	/** @param array<string, mixed> $line */
	private function message(array $line): string {
		return self::fill(match (true) {
			isset($line['by'], $line['text'], $line['member']) => $this->l->t('{by} wrote to {name}, whose card you keep: “{text}”'),
			isset($line['by'], $line['member']) => $this->l->t('{by} wrote to {name}, whose card you keep.'),
			isset($line['by'], $line['text']) => $this->l->t('{by} wrote to you: “{text}”'),
			isset($line['by']) => $this->l->t('{by} wrote to you.'),
			isset($line['text']) => $this->l->t('You have a new message: “{text}”'),
			default => $this->l->t('You have a new message.'),
		}, $line);
	}

	/** @param array<string, mixed> $line */
	private function introduction(array $line): string {
		return self::fill(match (true) {
			isset($line['by'], $line['member']) => $this->l->t('{by} would like to get to know {name}, whose card you keep.'),
			isset($line['by']) => $this->l->t('{by} would like to get to know you.'),
			isset($line['member']) => $this->l->t('Someone would like to get to know {name}, whose card you keep.'),
			default => $this->l->t('Someone would like to get to know you.'),
		}, $line);
	}

	/** @param array<string, mixed> $line */
	private function spoken(array $line): string {
		return self::fill(match (true) {
			isset($line['by'], $line['member']) => $this->l->t('{name}, whose card you keep, could be introduced to {by}, as was said in the session of {date}.'),
			isset($line['by']) => $this->l->t('You could be introduced to {by}, as was said in the session of {date}.'),
			isset($line['member']) => $this->l->t('{name}, whose card you keep, said in the session of {date}: “{text}”'),
			default => $this->l->t('You said in the session of {date}: “{text}”'),
		}, $line, DateWords::long($this->l, $line['said']['day']));
	}

	/** @return list<string> the buttons of a line that is answered in place */
	private function buttons(string $kind): array {
		return match ($kind) {
			'still_true' => [$this->l->t('Yes, still true')],
			'group_requests' => [$this->l->t('Approve'), $this->l->t('Decline')],
			'group_kept_invited' => [$this->l->t('They will come'), $this->l->t('They will not come')],
			'group_over' => [$this->l->t('Continue')],
			'charter_asked' => [$this->l->t('Read the charter')],
			'letter' => [$this->l->t('Yes, send it to me'), $this->l->t('No, thank you')],
			'said' => [$this->l->t('Publish'), $this->l->t('Edit'), $this->l->t('Do not publish')],
			'said_pairs' => [$this->l->t('I would like that'), $this->l->t('Not for me')],
			default => [],
		};
	}

	/** @param array<string, mixed> $line */
	private function place(array $line): string {
		return match (true) {
			isset($line['conversation']) => "/messages/{$line['conversation']}",
			isset($line['minutes']) => "/minutes/{$line['minutes']['id']}?resume",
			$line['kind'] === 'group_requests' && isset($line['member']) => "/members/{$line['member']['id']}",
			$line['kind'] === 'group_over' && isset($line['group']) => "/groups/{$line['group']['id']}/leave",
			$line['kind'] === 'ask_questions' && isset($line['group']) => "/groups/{$line['group']['id']}#facilitate",
			isset($line['group']) => "/groups/{$line['group']['id']}",
			default => self::PLACES[$line['kind']] ?? '/me',
		};
	}

	/** @param array<string, mixed> $line */
	private static function fill(string $text, array $line, string $date = ''): string {
		return CardWords::fill($text, [
			'date' => $date,
			'by' => (string)($line['by'] ?? ''),
			'name' => (string)($line['member']['name'] ?? ''),
			'group' => FixedSpaces::in((string)($line['group']['title'] ?? '')),
			'text' => FixedSpaces::in((string)($line['text'] ?? '')),
		]);
	}
}
