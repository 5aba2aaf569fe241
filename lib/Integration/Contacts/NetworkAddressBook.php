<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Contacts;

use OCA\Reseau\Member\Directory\MemberContacts;
use OCA\Reseau\Member\Viewers;
use OCP\Constants;
use OCP\IAddressBook;
use OCP\IL10N;
use OCP\IURLGenerator;
use OCP\IUserManager;

/**
 * The people and organisations of the network as a read-only address book, so that Mail, Calendar and other apps complete their names. It contains those whose
 * mail address the account of the session may see, and is empty without a session. A search without words finds no one: the contacts menu begins with one, and would
 * show people twice, next to their accounts.
 */
class NetworkAddressBook implements IAddressBook {
	private const KEY = 'reseau-members';

	/** Contacts at most, if the app that asks sets no limit. */
	private const MOST = 100;

	public function __construct(
		private readonly MemberContacts $contacts,
		private readonly Viewers $viewers,
		private readonly IUserManager $users,
		private readonly IURLGenerator $urls,
		private readonly IL10N $l,
	) {
	}

	public function getKey(): string {
		return self::KEY;
	}

	public function getUri(): string {
		return self::KEY;
	}

	public function getDisplayName(): string {
		return $this->l->t('Members of the network');
	}

	/** Other properties than name and address are not searched: the result is empty. */
	public function search($pattern, $searchProperties, $options): array {
		[$byName, $byAddress] = [in_array('FN', $searchProperties, true), in_array('EMAIL', $searchProperties, true)];
		$limit = min(self::MOST, max(0, (int)($options['limit'] ?? self::MOST)));
		if ((!$byName && !$byAddress) || $limit === 0) {
			return [];
		}
		$whole = ($options['wildcard'] ?? true) === false;
		$offset = max(0, (int)($options['offset'] ?? 0));
		$withTypes = ($options['types'] ?? false) === true;
		$contacts = [];
		foreach ($this->contacts->find($this->viewers->current(), (string)$pattern, $byName, $byAddress, $whole) as $one) {
			if ($this->isInBookOfAccounts($one) || $offset-- > 0) {
				continue;
			}
			$contacts[] = $this->contact($one, $withTypes);
			if (count($contacts) === $limit) {
				break;
			}
		}
		return $contacts;
	}

	public function createOrUpdate($properties): array {
		return [];
	}

	public function getPermissions(): int {
		return Constants::PERMISSION_READ;
	}

	public function delete($id): bool {
		return false;
	}

	public function isShared(): bool {
		return true;
	}

	public function isSystemAddressBook(): bool {
		return false;
	}

	/**
	 * Nextcloud's own address book has the addresses of accounts, for people who may see them there.
	 *
	 * @param array{uid: ?string, email: string} $one
	 */
	private function isInBookOfAccounts(array $one): bool {
		return $one['uid'] !== null && mb_strtolower($this->users->get($one['uid'])?->getEMailAddress() ?? '') === mb_strtolower($one['email']);
	}

	/**
	 * @param array{id: int, uid: ?string, name: string, email: string, phone?: string} $one
	 * @return array<string, mixed> as Nextcloud's own address books return it
	 */
	private function contact(array $one, bool $withTypes): array {
		$values = static fn (string $value): array => [$withTypes ? ['type' => '', 'value' => $value] : $value];
		return [
			// Nextcloud's filter by person asks for the account of the contact that was chosen.
			'UID' => $one['uid'] ?? "reseau/{$one['id']}",
			'FN' => $one['name'],
			'EMAIL' => $values($one['email']),
			'URL' => $values($this->urls->linkToRouteAbsolute('reseau.page.index') . "members/{$one['id']}"),
		] + (isset($one['phone']) ? ['TEL' => $values($one['phone'])] : [])
			+ ($one['uid'] === null ? [] : ['PHOTO' => 'VALUE=uri:' . $this->urls->linkToRouteAbsolute('core.avatar.getAvatar', ['userId' => $one['uid'], 'size' => 64])]);
	}
}
