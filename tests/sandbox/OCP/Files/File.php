<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\Files;

interface File extends Node {
	public function getContent();
	public function putContent($data);
	public function getMimeType(): string;
	public function fopen($mode);
	public function hash($type, $raw = false);
}
