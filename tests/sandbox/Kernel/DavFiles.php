<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\IUserManager;
use Sandbox\Service\MimeTypes;
use Sandbox\Service\Mounts;
use Sandbox\Service\Teams;

/** WebDAV properties of a file or folder for an account. */
class DavFiles {
	public function __construct(
		private readonly Mounts $mounts,
		private readonly Teams $teams,
		private readonly IUserManager $users,
	) {
	}

	/**
	 * @param array<string, mixed> $entry as Tree has it
	 * @param ?list<string> $asked
	 */
	public function response(string $uid, string $path, array $entry, ?array $asked): string {
		return Dav::response("/files/$uid$path" . ($entry['folder'] ? '/' : ''), $this->properties($uid, $path, $entry), $asked);
	}

	/**
	 * The answer to PROPFIND, which also names the people it is shared with.
	 *
	 * @param ?list<string> $asked
	 * @param bool $self whether it is the requested file itself, not one in the folder: then shares with the account count, too
	 */
	public function looked(string $uid, string $path, array $entry, ?array $asked, bool $self): string {
		return Dav::response("/files/$uid$path" . ($entry['folder'] ? '/' : ''), ['nc:sharees' => $this->sharees($uid, $entry, $self)] + $this->properties($uid, $path, $entry), $asked);
	}

	/** @return array<string, string> */
	private function properties(string $uid, string $path, array $entry): array {
		$name = basename($path);
		$type = $entry['folder'] ? null : MimeTypes::of($name);
		return [
			'd:resourcetype' => $entry['folder'] ? '<d:collection/>' : '',
			'd:displayname' => htmlspecialchars($name),
			'd:getlastmodified' => gmdate('D, d M Y H:i:s \G\M\T', $entry['changed']),
			'd:getetag' => "&quot;{$entry['etag']}&quot;",
			'oc:fileid' => (string)$entry['id'],
			'oc:permissions' => self::rights($entry),
			'oc:size' => (string)$entry['size'],
			'oc:owner-display-name' => htmlspecialchars((string)$this->users->getDisplayName($entry['mount']['owner'])),
			'nc:mount-type' => $entry['mount']['type'],
			'nc:is-mount-root' => $path !== '' && $entry['mount']['point'] === $path ? 'true' : 'false',
			'nc:has-preview' => $type !== null && Dav::isPicture($name) ? 'true' : 'false',
		] + ($type === null ? [] : ['d:getcontenttype' => $type, 'd:getcontentlength' => (string)$entry['size']]);
	}

	/** The owner of a share sees the people it is shared with; in a Team folder everyone sees them. */
	private function sharees(string $uid, array $entry, bool $self): string {
		$sharees = '';
		foreach ($this->mounts->sharesOf($entry['owner'], $entry['path']) as $share) {
			$isTeam = isset($share['team']);
			$knows = $entry['mount']['type'] === 'group' || in_array($uid, [$entry['owner'], $share['by']], true) || ($self && ($isTeam ? $this->teams->has($share['team'], $uid) : $share['with'] === $uid));
			$name = $isTeam ? $this->teamName($share['team']) : $this->users->getDisplayName($share['with']);
			if ($knows && $name !== null) {
				$sharees .= '<nc:sharee><nc:id>' . ($isTeam ? $share['team'] : htmlspecialchars($share['with'])) . '</nc:id><nc:display-name>' . htmlspecialchars($name) . '</nc:display-name><nc:type>'
					. ($isTeam ? SharesController::TEAM : SharesController::ACCOUNT) . '</nc:type></nc:sharee>';
			}
		}
		return $sharees;
	}

	/** As Teams calls one where it was shared with. */
	private function teamName(string $team): ?string {
		$name = $this->teams->find($team)['name'] ?? null;
		$owners = array_filter($this->teams->members($team), static fn (array $member): bool => $member['level'] === Teams::OWNER);
		return $name === null ? null : sprintf('%s (%s est propriétaire de l’équipe)', $name, $this->users->getDisplayName(current($owners)['uid'] ?? ''));
	}

	private static function rights(array $entry): string {
		return ($entry['shared'] ? 'S' : 'R')
			. ($entry['mount']['type'] === 'group' ? 'M' : '')
			. 'G'
			. ($entry['write'] ? 'DNV' . ($entry['folder'] ? 'CK' : 'W') : '');
	}
}
