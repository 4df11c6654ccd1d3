package lsp

import "blandongan/internal/lsp/text"

// What the protocol's messages hold, as far as we use it (version 3.17).
type (
	documentID struct {
		URI     string `json:"uri"`
		Version int    `json:"version,omitempty"`
	}

	// at is a point in a document.
	at struct {
		TextDocument documentID    `json:"textDocument"`
		Position     text.Position `json:"position"`
	}

	location struct {
		URI   string     `json:"uri"`
		Range text.Range `json:"range"`
	}

	textEdit struct {
		Range   text.Range `json:"range"`
		NewText string     `json:"newText"`
	}

	// workspaceEdit holds edits of documents and changes of files, in order.
	workspaceEdit struct {
		DocumentChanges []any                 `json:"documentChanges,omitempty"`
		Changes         map[string][]textEdit `json:"changes,omitempty"`
	}

	documentEdit struct {
		TextDocument versioned  `json:"textDocument"`
		Edits        []textEdit `json:"edits"`
	}

	// versioned names a document in the version that an edit is for, nil for one that is not open.
	versioned struct {
		URI     string `json:"uri"`
		Version *int   `json:"version"`
	}

	renameFile struct {
		Kind   string `json:"kind"`
		OldURI string `json:"oldUri"`
		NewURI string `json:"newUri"`
	}

	diagnostic struct {
		Range    text.Range `json:"range"`
		Severity int        `json:"severity"`
		Code     string     `json:"code"`
		Source   string     `json:"source"`
		Message  string     `json:"message"`
	}

	published struct {
		URI         string       `json:"uri"`
		Version     *int         `json:"version,omitempty"`
		Diagnostics []diagnostic `json:"diagnostics"`
	}

	codeAction struct {
		Title       string        `json:"title"`
		Kind        string        `json:"kind"`
		Diagnostics []diagnostic  `json:"diagnostics,omitempty"`
		IsPreferred bool          `json:"isPreferred,omitempty"`
		Edit        workspaceEdit `json:"edit"`
	}

	markup struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	}

	hover struct {
		Contents markup      `json:"contents"`
		Range    *text.Range `json:"range,omitempty"`
	}

	completionList struct {
		IsIncomplete bool         `json:"isIncomplete"`
		Items        []completion `json:"items"`
	}

	completion struct {
		Label         string    `json:"label"`
		Kind          int       `json:"kind"`
		Detail        string    `json:"detail,omitempty"`
		Documentation *markup   `json:"documentation,omitempty"`
		SortText      string    `json:"sortText,omitempty"`
		FilterText    string    `json:"filterText,omitempty"`
		TextEdit      *textEdit `json:"textEdit,omitempty"`
	}

	symbol struct {
		Name           string     `json:"name"`
		Detail         string     `json:"detail,omitempty"`
		Kind           int        `json:"kind"`
		Range          text.Range `json:"range"`
		SelectionRange text.Range `json:"selectionRange"`
		Children       []symbol   `json:"children,omitempty"`
	}

	workspaceSymbol struct {
		Name          string   `json:"name"`
		Kind          int      `json:"kind"`
		Location      location `json:"location"`
		ContainerName string   `json:"containerName,omitempty"`
	}

	prepared struct {
		Range       text.Range `json:"range"`
		Placeholder string     `json:"placeholder"`
	}

	shown struct {
		Type    int    `json:"type"`
		Message string `json:"message"`
	}
)

// What the protocol calls by numbers.
const (
	severityError, severityWarning, severityInformation = 1, 2, 3

	completeProperty, completeValue, completeEnum, completeReference, completeFile = 10, 12, 13, 18, 17

	symbolFile, symbolString, symbolKey, symbolArray, symbolStruct = 1, 15, 20, 18, 23

	messageError = 1

	syncIncremental = 2
)

// what a client asks and tells us at the beginning.
type initialize struct {
	RootURI          string `json:"rootUri"`
	RootPath         string `json:"rootPath"`
	WorkspaceFolders []struct {
		URI string `json:"uri"`
	} `json:"workspaceFolders"`
	Capabilities struct {
		General struct {
			PositionEncodings []text.Encoding `json:"positionEncodings"`
		} `json:"general"`
		Workspace struct {
			WorkspaceEdit struct {
				DocumentChanges    bool     `json:"documentChanges"`
				ResourceOperations []string `json:"resourceOperations"`
			} `json:"workspaceEdit"`
			DidChangeWatchedFiles struct {
				DynamicRegistration bool `json:"dynamicRegistration"`
			} `json:"didChangeWatchedFiles"`
		} `json:"workspace"`
	} `json:"capabilities"`
}
