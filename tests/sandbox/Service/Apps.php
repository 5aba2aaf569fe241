<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Service;

use InvalidArgumentException;
use SimpleXMLElement;

/** The one app of the sandbox, as its info.xml describes it. */
class Apps {
	public readonly string $id;

	/** Such as `OCA\Reseau`. */
	public readonly string $namespace;

	public readonly SimpleXMLElement $info;

	public function __construct(
		private readonly string $folder,
	) {
		$this->info = new SimpleXMLElement($folder . '/appinfo/info.xml', 0, true);
		$this->id = (string)$this->info->id;
		$this->namespace = 'OCA\\' . $this->info->namespace;
	}

	/** @return list<class-string> of its occ commands */
	public function commands(): array {
		return array_map('strval', $this->info->xpath('commands/command'));
	}

	/** @return list<class-string> such as those of `admin` or `admin-section` */
	public function settings(string $kind): array {
		return array_map('strval', $this->info->xpath("settings/$kind"));
	}

	public function version(): string {
		return (string)$this->info->version;
	}

	/** @return list<class-string> such as those of `post-migration` */
	public function repairSteps(string $when): array {
		return array_map('strval', $this->info->xpath("repair-steps/$when/step"));
	}

	/** `core` is the sandbox itself. */
	public function path(string $app): string {
		return match ($app) {
			$this->id => $this->folder,
			'core' => dirname(__DIR__),
			default => throw new InvalidArgumentException("There is no app $app"),
		};
	}
}
