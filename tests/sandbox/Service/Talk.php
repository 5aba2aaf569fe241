<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\App\IAppManager;
use OCP\IURLGenerator;
use OCP\Security\ISecureRandom;
use OCP\Talk\IBroker;
use OCP\Talk\IConversation;
use OCP\Talk\IConversationOptions;

/** Where the sandbox has Talk (`sandbox.apps`), it gives conversations their addresses; there is nothing behind them. */
class Talk implements IBroker {
	public function __construct(
		private readonly IAppManager $apps,
		private readonly IURLGenerator $urls,
		private readonly ISecureRandom $random,
	) {
	}

	public function hasBackend(): bool {
		return $this->apps->isEnabledForAnyone('spreed');
	}

	public function createConversation(string $name, array $moderators, ?IConversationOptions $options = null): IConversation {
		return new Conversation($this->urls->getAbsoluteURL('/index.php/call/' . $this->random->generate(8, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS)));
	}
}
