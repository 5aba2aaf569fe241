<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Territory\Territories;
use OCP\AppFramework\Http;

/**
 * Changes the network's settings. A request names the previous value of each setting (`was`): people who change different settings do not conflict,
 * and a value written by `occ` in the meantime is not overwritten.
 *
 * @psalm-type Settings = array{name: string, region: string, departements: list<string>, group: string, library: string, preset: string}
 */
class NetworkSettings {
	/** Longest name in characters, most départements, as in src/settings/model.ts. */
	public const LIMITS = ['name' => 80, 'departements' => 30];

	public function __construct(
		private readonly Network $network,
		private readonly Territories $territories,
		private readonly Facilitation $facilitation,
		private readonly LibraryFolder $library,
	) {
	}

	/** @return Settings */
	public function settings(): array {
		return [
			'name' => $this->network->ownName(),
			'region' => $this->network->region(),
			'departements' => $this->network->departements(),
			'group' => $this->network->facilitatorsGroup(),
			'library' => $this->network->library(),
			'preset' => $this->network->teamPreset()->value,
		];
	}

	/**
	 * @param array<string, mixed> $input the settings to change, raw, and `was` with their previous values
	 * @param string $uid who changes them: a folder is searched in their Files
	 * @throws ReasonException wrong_type · bad_text · too_long · too_many · network_name_missing · unknown_region ·
	 *         unknown_departement · unknown_group · bad_path · unknown_folder · unknown_preset · stale_version with the
	 *         `current` settings
	 */
	public function change(array $input, string $uid): void {
		$stored = $this->settings();
		$changes = array_intersect_key($input, $stored);
		$was = Fields::map($input['was'] ?? null, 'was');
		$writes = [];
		foreach ($changes as $setting => $value) {
			$writes[] = $this->write($setting, $value, $uid);
		}
		// Invalid input is reported first: a choice between two versions would lead nowhere.
		foreach (array_keys($changes) as $setting) {
			if (($was[$setting] ?? null) !== $stored[$setting]) {
				throw new ReasonException('stale_version', Http::STATUS_CONFLICT, ['field' => $setting, 'current' => $stored]);
			}
		}
		foreach ($writes as $write) {
			$write();
		}
	}

	/**
	 * @return callable(): void stores a value, which is validated here
	 * @throws ReasonException
	 */
	private function write(string $setting, mixed $value, string $uid): callable {
		$network = $this->network;
		switch ($setting) {
			case 'name':
				$name = Fields::line($value, $setting, self::LIMITS['name']);
				return $name === '' ? throw ReasonException::at('network_name_missing', $setting) : static fn () => $network->rename($name);
			case 'region':
				$region = Fields::text($value, $setting, 3);
				return $this->territories->name('region', $region) === null
					? throw ReasonException::at('unknown_region', $setting)
					: static fn () => $network->setRegion($region);
			case 'departements':
				$codes = Fields::words($value, $setting, self::LIMITS['departements'], 3);
				foreach ($codes as $i => $code) {
					if ($this->territories->name('departement', $code) === null) {
						throw ReasonException::at('unknown_departement', "$setting.$i");
					}
				}
				return static fn () => $network->setDepartements($codes);
			case 'group':
				$group = Fields::text($value, $setting, 64);
				return $this->facilitation->mayBe($group)
					? static fn () => $network->setFacilitatorsGroup($group)
					: throw ReasonException::at('unknown_group', $setting);
			case 'library':
				$path = $this->library->check(Fields::text($value, $setting, LibraryFolder::LENGTH), $uid);
				$id = $this->library->id($path, $uid);
				return static fn () => $network->setLibrary($path, $id);
			default:
				$preset = TeamPreset::tryFrom(Fields::text($value, $setting, 16)) ?? throw ReasonException::at('unknown_preset', $setting);
				return static fn () => $network->setTeamPreset($preset);
		}
	}
}
