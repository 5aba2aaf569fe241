<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Delivery;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Shared\Mail\Outbox;
use OCP\IConfig;

/** How each account wants to be notified, by kind. */
class Choices {
	private const KEY = 'notify_';

	public function __construct(
		private readonly IConfig $config,
		private readonly Outbox $outbox,
	) {
	}

	public function of(string $uid, Kind $kind): Timing {
		return Timing::tryFrom($this->config->getUserValue($uid, Application::APP_ID, self::KEY . $kind->value, '')) ?? $kind->usual();
	}

	/** What is possible now: without an address there is no daily mail, and a notification replaces it. */
	public function possible(string $uid, Kind $kind): Timing {
		$chosen = $this->of($uid, $kind);
		return $chosen === Timing::Daily && $this->outbox->addressOf($uid) === null ? Timing::Now : $chosen;
	}

	public function write(string $uid, Kind $kind, Timing $timing): void {
		$this->config->setUserValue($uid, Application::APP_ID, self::KEY . $kind->value, $timing->value);
	}

	/** @return array{address: bool, choices: array<string, string>} ChoicesSchema of src/delivery/model.ts */
	public function present(string $uid): array {
		$choices = [];
		foreach (Kind::cases() as $kind) {
			$choices[$kind->value] = $this->of($uid, $kind)->value;
		}
		return ['address' => $this->outbox->addressOf($uid) !== null, 'choices' => $choices];
	}
}
