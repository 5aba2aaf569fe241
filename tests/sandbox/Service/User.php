<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUser;
use OCP\User\Events\UserChangedEvent;
use OCP\User\Events\UserDeletedEvent;

class User implements IUser {
	/** @param array<string, mixed> $row of oc_users */
	public function __construct(
		private readonly Store $store,
		private readonly IEventDispatcher $events,
		private array $row,
	) {
	}

	public function getUID() {
		return $this->row['uid'];
	}

	public function getDisplayName() {
		return $this->row['displayname'] === '' ? $this->row['uid'] : $this->row['displayname'];
	}

	public function setDisplayName($displayName) {
		return $this->change('displayname', $displayName);
	}

	public function isEnabled() {
		return (bool)$this->row['enabled'];
	}

	public function setEnabled(bool $enabled = true) {
		$before = $this->isEnabled();
		$this->change('enabled', (int)$enabled);
		if ($enabled !== $before) {
			$this->events->dispatchTyped(new UserChangedEvent($this, 'enabled', $enabled, $before));
		}
	}

	public function getEMailAddress() {
		$address = $this->store->row('preferences', $this->addressKey())['configvalue'] ?? '';
		return $address === '' ? null : $address;
	}

	public function setEMailAddress($mailAddress) {
		$this->store->put('preferences', $this->addressKey(), ['configvalue' => (string)$mailAddress]);
	}

	public function delete() {
		$this->store->remove('users', ['uid' => $this->getUID()]);
		$this->store->remove('group_user', ['uid' => $this->getUID()]);
		$this->store->remove('preferences', ['userid' => $this->getUID()]);
		$this->store->remove('sandbox_sessions', ['uid' => $this->getUID()]);
		// So do the apps that keep these.
		$this->store->remove('sandbox_notifications', ['uid' => $this->getUID()]);
		$this->store->remove('sandbox_activities', ['uid' => $this->getUID()]);
		$this->events->dispatchTyped(new UserDeletedEvent($this));
		return true;
	}

	/** @return array<string, string> where Nextcloud stores the address */
	private function addressKey(): array {
		return ['userid' => $this->getUID(), 'appid' => 'settings', 'configkey' => 'email'];
	}

	private function change(string $column, string|int $value): bool {
		$this->row[$column] = $value;
		$this->store->put('users', ['uid' => $this->getUID()], [$column => $value]);
		return true;
	}
}
