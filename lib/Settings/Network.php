<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Services\IAppConfig;
use OCP\IGroupManager;

/** What the network calls itself and who facilitates it. */
class Network {
	public const FACILITATORS_GROUP = 'reseau-facilitation';

	public function __construct(
		private readonly IAppConfig $config,
		private readonly IGroupManager $groups,
	) {
	}

	public function name(): string {
		return $this->config->getAppValueString('network_name', 'Réseau');
	}

	public function rename(string $name): void {
		$this->config->setAppValueString('network_name', $name);
	}

	/** Region whose territories are offered first, INSEE code. */
	public function region(): string {
		return $this->config->getAppValueString('region', '76');
	}

	/** Id of the Nextcloud group whose members facilitate the network. */
	public function facilitatorsGroup(): string {
		return $this->config->getAppValueString('facilitators_group', self::FACILITATORS_GROUP);
	}

	/** Until the network has facilitators, the administrators are: somebody must reach the cards nobody else keeps. */
	public function isFacilitator(string $uid): bool {
		return $this->groups->isInGroup($uid, $this->facilitatorsGroup())
			|| ($this->groups->isAdmin($uid) && $this->facilitators() === []);
	}

	/**
	 * @throws ReasonException not_yours
	 */
	public function requireFacilitator(string $uid): void {
		if (!$this->isFacilitator($uid)) {
			throw ReasonException::notYours();
		}
	}

	/** @return list<array{uid: string, name: string}> */
	public function facilitators(): array {
		$facilitators = [];
		foreach ($this->groups->get($this->facilitatorsGroup())?->getUsers() ?? [] as $user) {
			if ($user->isEnabled()) {
				$facilitators[] = ['uid' => $user->getUID(), 'name' => $user->getDisplayName()];
			}
		}
		return $facilitators;
	}
}
