<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\Settings\Network;
use OCP\IL10N;

/**
 * The page behind the link in a daily mail: the kinds of things in it, each with a button that takes it out or puts it back. Opening it changes
 * nothing, and it reveals nothing about the account. templates/light.php prints it.
 */
class MailsPage {
	private const STOP = 'stop';
	private const AGAIN = 'again';

	public function __construct(
		private readonly Choices $choices,
		private readonly Choose $choosing,
		private readonly KindWords $words,
		private readonly Network $network,
		private readonly IL10N $l,
	) {
	}

	/**
	 * @param mixed $answer raw input: the `answer` of one of the buttons
	 * @return bool whether the answer was known
	 */
	public function take(string $uid, mixed $answer): bool {
		[$what, $kind] = [...explode('-', is_string($answer) ? $answer : '', 2), ''];
		$kinds = $kind === 'all' ? $this->daily($uid) : array_values(array_filter(Kind::cases(), static fn (Kind $one): bool => $one->value === $kind));
		if (!in_array($what, [self::STOP, self::AGAIN], true) || ($what === self::AGAIN && $kind === 'all')) {
			return false;
		}
		foreach ($kinds as $one) {
			$this->choosing->set($uid, $one, $what === self::STOP ? Timing::Never : Timing::Daily);
		}
		return $kinds !== [];
	}

	/**
	 * @param bool $changed whether a button was just pressed
	 * @return array<string, mixed> what templates/light.php expects
	 */
	public function choices(string $uid, bool $changed = false): array {
		$daily = $this->daily($uid);
		$answers = count($daily) > 1 ? [['answer' => self::STOP . '-all', 'button' => $this->l->t('Stop the daily email'), 'means' => $this->l->t('What it would contain is still in Réseau when you open it.')]] : [];
		foreach (Kind::cases() as $kind) {
			$timing = $this->choices->of($uid, $kind);
			$answers[] = match ($timing) {
				Timing::Daily => ['answer' => self::STOP . "-$kind->value", 'button' => $this->l->t('Take out of the daily email: %s', [$this->words->of($kind)]), 'means' => $this->l->t('In the daily email at the moment.')],
				Timing::Never => ['answer' => self::AGAIN . "-$kind->value", 'button' => $this->l->t('Put into the daily email: %s', [$this->words->of($kind)]), 'means' => $this->l->t('You are not notified of this at the moment.')],
				Timing::Now => null,
			};
		}
		return [
			'title' => $this->l->t('Your daily email'),
			'network' => $this->network->name(),
			'note' => $changed ? $this->l->t('Saved.') : '',
			'paragraphs' => [$daily === [] ? $this->l->t('You get no daily email.') : $this->l->t('At most one email a day tells you what is new for you.')],
			'card' => null,
			'answers' => array_values(array_filter($answers)),
			'question' => $this->l->t('You find these choices, and those for notifications, under “Notifications and emails” in Réseau.'),
		];
	}

	/** @return array<string, mixed> */
	public function gone(): array {
		return [
			'title' => $this->l->t('This link no longer works'),
			'network' => $this->network->name(),
			'note' => '',
			'paragraphs' => [$this->l->t('The account no longer exists, or has another email address.')],
			'card' => null,
			'answers' => [],
			'question' => $this->l->t('You find these choices, and those for notifications, under “Notifications and emails” in Réseau.'),
		];
	}

	/** @return list<Kind> */
	private function daily(string $uid): array {
		return array_values(array_filter(Kind::cases(), fn (Kind $kind): bool => $this->choices->of($uid, $kind) === Timing::Daily));
	}
}
