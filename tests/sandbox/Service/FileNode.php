<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use OCP\Files\File;

/** A file of an account as PHP sees it. */
class FileNode extends TreeNode implements File {
	public function getContent() {
		return $this->tree->body($this->entry['id']);
	}

	public function putContent($data) {
		self::done(fn (): array => $this->tree->make($this->uid, $this->there, $data));
	}

	public function fopen($mode) {
		$stream = fopen('php://temp', 'r+b');
		fwrite($stream, (string)$this->getContent());
		rewind($stream);
		return $stream;
	}

	public function hash($type, $raw = false) {
		return hash($type, $this->getContent(), $raw);
	}
}
