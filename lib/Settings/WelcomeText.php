<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\AppInfo\Application;
use OCP\IConfig;

/** The network's own welcome, shown above Home until a person has dismissed it. */
class WelcomeText {
	/** Per-account preference. */
	private const READ = 'welcome_read';

	public function __construct(
		private readonly NetworkTexts $texts,
		private readonly IConfig $config,
	) {
	}

	/** The text for a person who has not dismissed it; empty if there is no text. */
	public function for(string $uid): string {
		$text = $this->texts->text(NetworkTexts::WELCOME);
		return $text === '' || $this->config->getUserValue($uid, Application::APP_ID, self::READ, '') !== '' ? '' : $text;
	}

	public function dismiss(string $uid, bool $read): void {
		$this->config->setUserValue($uid, Application::APP_ID, self::READ, $read ? '1' : '');
	}
}
