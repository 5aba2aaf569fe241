<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\Cache\ICacheEntry;
use OCP\Files\Folder;
use OCP\Files\Node;

/** A folder of an account as PHP sees it. */
class FolderNode extends TreeNode implements Folder {
	public function getMimeType(): string {
		return ICacheEntry::DIRECTORY_MIMETYPE;
	}

	public function getDirectoryListing() {
		return array_map($this->get(...), $this->tree->list($this->uid, $this->there));
	}

	public function get($path) {
		return self::at($this->tree, $this->uid, rtrim($this->there . '/' . trim($path, '/'), '/'));
	}

	/** Names that hold a text; not the other way of asking. */
	public function search($query) {
		$found = [];
		foreach ($this->getDirectoryListing() as $node) {
			array_push($found, ...mb_stripos($node->getName(), $query) === false ? [] : [$node], ...$node instanceof self ? $node->search($query) : []);
		}
		return $found;
	}

	/** Of the last two weeks; Nextcloud adds empty folders. */
	public function getRecent($limit, $offset = 0) {
		$recent = [];
		foreach ($this->tree->below($this->uid, $this->there) as $path => $entry) {
			if ((!$entry['folder'] || $entry['size'] === 0) && $entry['changed'] > $this->tree->now() - 14 * 86_400) {
				$recent[] = self::of($this->tree, $this->uid, $path, $entry);
			}
		}
		usort($recent, static fn (Node $a, Node $b): int => $b->getMTime() <=> $a->getMTime());
		return array_slice($recent, $offset, $limit);
	}

	public function newFolder($path) {
		self::done(fn (): array => $this->tree->make($this->uid, $this->there . '/' . trim($path, '/')));
		return $this->get($path);
	}

	public function newFile($path, $content = null) {
		self::done(fn (): array => $this->tree->make($this->uid, $this->there . '/' . trim($path, '/'), (string)$content));
		return $this->get($path);
	}

	public function getById($id) {
		$paths = array_filter($this->tree->pathsOf($this->uid, $id), fn (string $path): bool => str_starts_with($path . '/', $this->there . '/'));
		return array_map(fn (string $path): Node => self::at($this->tree, $this->uid, $path), array_values($paths));
	}

	public function getFirstNodeById(int $id): ?Node {
		return $this->getById($id)[0] ?? null;
	}
}
