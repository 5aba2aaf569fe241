<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

use OCA\Reseau\AppInfo\Application;
use OCA\Reseau\Shared\ReasonException;
use OCP\IConfig;

/** The choice of each account of who may begin a conversation with it. Facilitators always may, because they mediate between people. */
class WritersChoice {
	private const KEY = 'writers';

	public function __construct(
		private readonly IConfig $config,
	) {
	}

	public function of(string $uid): Writers {
		return Writers::tryFrom($this->config->getUserValue($uid, Application::APP_ID, self::KEY, '')) ?? Writers::Members;
	}

	/**
	 * @param mixed $writers raw input
	 * @throws ReasonException unknown_writers
	 */
	public function choose(string $uid, mixed $writers): Writers {
		$chosen = (is_string($writers) ? Writers::tryFrom($writers) : null) ?? throw new ReasonException('unknown_writers', details: ['field' => 'writers']);
		$this->config->setUserValue($uid, Application::APP_ID, self::KEY, $chosen->value);
		return $chosen;
	}
}
