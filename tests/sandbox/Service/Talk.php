<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\App\IAppManager;
use OCP\IURLGenerator;
use OCP\IUser;
use OCP\Security\ISecureRandom;
use OCP\Talk\IBroker;
use OCP\Talk\IConversation;
use OCP\Talk\IConversationOptions;

/** Where the sandbox has Talk (`sandbox.apps`), it gives conversations their addresses; there is nothing behind them. */
class Talk implements IBroker {
	/** @var array<string, array{name: string, moderators: list<string>, public: bool}> what this process created, by id: each request has a Talk of its own */
	public static array $conversations = [];

	public function __construct(
		private readonly IAppManager $apps,
		private readonly IURLGenerator $urls,
		private readonly ISecureRandom $random,
	) {
	}

	public function hasBackend(): bool {
		return $this->apps->isEnabledForAnyone('spreed');
	}

	public function newConversationOptions(): IConversationOptions {
		return new ConversationOptions();
	}

	public function createConversation(string $name, array $moderators, ?IConversationOptions $options = null): IConversation {
		$id = $this->random->generate(8, ISecureRandom::CHAR_LOWER . ISecureRandom::CHAR_DIGITS);
		self::$conversations[$id] = ['name' => $name, 'moderators' => array_map(static fn (IUser $user): string => $user->getUID(), $moderators), 'public' => $options?->isPublic() ?? false];
		return new Conversation($id, $this->urls->getAbsoluteURL("/index.php/call/$id"));
	}

	public function deleteConversation(string $id): void {
		unset(self::$conversations[$id]);
	}
}
